window.YTD.direct_message.part0 = [
  {
    "dmConversation": {
      "conversationId": "12497-73747798",
      "messages": [
        {
          "messageCreate": {
            "id": "1",
            "senderId": "73747798",
            "createdAt": "2019-02-03T04:05:06.007Z",
            "recipientId": "12497",
            "text": "private words",
            "mediaUrls": []
          }
        }
      ]
    }
  }
]