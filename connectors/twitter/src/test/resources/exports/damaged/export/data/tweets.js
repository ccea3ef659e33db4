window.YTD.tweets.part0 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1700000000000000001"
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
   "id_str": "1700000000000000001",
   "truncated": false,
   "retweet_count": "0",
   "id": "1700000000000000001",
   "created_at": "Wed Oct 18 09:00:00 +0000 2023",
   "favorited": false,
   "full_text": "whole",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "2"
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
   "id_str": "2",
   "truncated": false,
   "retweet_count": "0",
   "id": "2",
   "created_at": "one day",
   "favorited": false,
   "full_text": "no time",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1700000000000000002"
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
   "id_str": "1700000000000000002",
 