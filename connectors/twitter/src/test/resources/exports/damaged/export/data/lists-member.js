window.YTD.lists_member.part0 = [
  {
    "userListInfo": {
      "url": "https://example.org/list"
    }
  }
]