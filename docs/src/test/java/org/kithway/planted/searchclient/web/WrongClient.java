package org.kithway.planted.searchclient.web;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

record WrongClient(ElasticsearchClient client) {}
