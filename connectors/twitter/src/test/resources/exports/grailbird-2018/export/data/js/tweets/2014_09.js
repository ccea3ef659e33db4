Grailbird.data.tweets_2014_09 = 
 [
  {
    "source": "<a>web</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": [
        {
          "url": "https://t.co/f",
          "expanded_url": "https://ferns.example.net/",
          "display_url": "ferns"
        }
      ]
    },
    "geo": {},
    "id_str": "517049619084095488",
    "text": "Ferns & mosses https://t.co/f",
    "id": 517049619084095488,
    "created_at": "2014-09-30 20:33:30 +0000",
    "user": {
      "name": "Cl\u00e9o Exemple",
      "screen_name": "cleo_x",
      "protected": false,
      "id_str": "2000000002",
      "id": 2000000002,
      "verified": false
    }
  },
  {
    "source": "<a>web</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "517049619084095489",
    "text": "RT @dora_d: look",
    "id": 517049619084095489,
    "created_at": "2014-09-30 20:34:30 +0000",
    "user": {
      "name": "Cl\u00e9o Exemple",
      "screen_name": "cleo_x",
      "protected": false,
      "id_str": "2000000002",
      "id": 2000000002,
      "verified": false
    },
    "retweeted_status": {
      "source": "<a>web</a>",
      "entities": {
        "user_mentions": [],
        "media": [],
        "hashtags": [],
        "urls": []
      },
      "geo": {},
      "id_str": "517049619084095400",
      "text": "look",
      "id": 517049619084095400,
      "created_at": "2014-09-29 20:34:30 +0000",
      "user": {
        "name": "Dora D.",
        "screen_name": "dora_d",
        "id_str": "4444",
        "id": 4444
      }
    }
  },
  {
    "source": "<a>web</a>",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "517049619084095490",
    "text": "for friends only",
    "id": 517049619084095490,
    "created_at": "2014-09-30 20:35:30 +0000",
    "user": {
      "name": "Cl\u00e9o Exemple",
      "screen_name": "cleo_x",
      "protected": true,
      "id_str": "2000000002",
      "id": 2000000002,
      "verified": false
    }
  }
]