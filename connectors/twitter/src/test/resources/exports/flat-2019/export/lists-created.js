window.YTD.lists_created.part0 = [
  {
    "userListInfo": {
      "urls": [
        "https://twitter.com/bo_erfunden/lists/tea-houses"
      ]
    }
  }
]