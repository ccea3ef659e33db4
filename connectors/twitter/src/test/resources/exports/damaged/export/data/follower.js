window.YTD.follower.part0 = [
  {
    "follower": {
      "userLink": "x"
    }
  },
  {
    "follower": {
      "accountId": "me"
    }
  },
  "no object",
  {
    "follower": {
      "accountId": "31"
    }
  }
]