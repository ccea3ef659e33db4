package org.kithway.demo;

import java.util.List;

/** Private messages among two people or more, newest first. */
public record Conversation(
        String id, String title, List<Integer> participants, List<Message> messages) {
    public Conversation {
        participants = List.copyOf(participants);
        messages = List.copyOf(messages);
    }
}
