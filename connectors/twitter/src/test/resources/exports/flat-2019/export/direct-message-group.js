window.YTD.direct_message_group.part0 = [
  {
    "dmConversation": {
      "conversationId": "1",
      "messages": [
        {
          "messageCreate": {
            "id": "1",
            "senderId": "12497",
            "createdAt": "2019-02-03T04:05:06.007Z",
            "text": "private words",
            "mediaUrls": []
          }
        },
        {
          "conversationNameUpdate": {
            "initiatingUserId": "12497",
            "name": "private name",
            "createdAt": "2019-02-03T04:05:06.007Z"
          }
        },
        {
          "participantsJoin": {
            "initiatingUserId": "12497",
            "userIds": [
              "73747798",
              "8888"
            ],
            "createdAt": "2019-02-03T04:05:06.007Z"
          }
        }
      ]
    }
  }
]