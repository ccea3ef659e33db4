window.YTD.follower.part0 = [
  { "follower": { "accountId": "1000000001", "userLink": "https://twitter.com/intent/user?user_id=1000000001" } },
  { "follower": { "accountId": "1000000002", "userLink": "https://twitter.com/intent/user?user_id=1000000002" } }
]
