package org.kithway.planted.broker.search.graph;

import org.apache.kafka.clients.producer.ProducerRecord;

record WrongRecord(ProducerRecord<String, String> sent) {}
