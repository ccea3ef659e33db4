window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "conversationId": "1-2",
      "messages": [
        {
          "messageCreate": {
            "id": "1",
            "senderId": "1",
            "createdAt": "2019-02-03T04:05:06.007Z",
            "recipientId": "2",
            "text": "private words"
          }
        },
        7,
        {
          "messageCreate": {
            "id": "1",
            "senderId": "x",
            "createdAt": "2019-02-03T04:05:06.007Z",
            "recipientId": "2"
          }
        }
      ]
    }
  }
]