var payload_details =  {
 "tweets": 3,
 "created_at": "2018-07-27 23:37:31 +0000",
 "lang": "fr"
}