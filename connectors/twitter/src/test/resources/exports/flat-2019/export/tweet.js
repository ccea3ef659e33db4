window.YTD.tweet.part0 = [
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "1128000000000000001"
        ]
      }
    },
    "retweeted": false,
    "source": "<a>web</a>",
    "entities": {
      "hashtags": [],
      "symbols": [],
      "user_mentions": [],
      "urls": []
    },
    "display_text_range": [
      "0",
      "9"
    ],
    "favorite_count": "1",
    "id_str": "1128000000000000001",
    "truncated": false,
    "retweet_count": "0",
    "id": "1128000000000000001",
    "created_at": "Tue May 14 06:00:00 +0000 2019",
    "favorited": false,
    "full_text": "Bare records, as they were",
    "lang": "en"
  },
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "1128000000000000002"
        ]
      }
    },
    "retweeted": false,
    "source": "<a>web</a>",
    "entities": {
      "hashtags": [],
      "symbols": [],
      "user_mentions": [],
      "urls": []
    },
    "display_text_range": [
      "0",
      "9"
    ],
    "favorite_count": "1",
    "id_str": "1128000000000000002",
    "truncated": false,
    "retweet_count": "0",
    "id": "1128000000000000002",
    "created_at": "Tue May 14 07:00:00 +0000 2019",
    "favorited": false,
    "full_text": "@ina_ventada answered by number only",
    "lang": "en",
    "in_reply_to_user_id_str": "1000000001",
    "in_reply_to_status_id_str": "4"
  }
]