package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.AtSite;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.search.Generation;
import org.kithway.search.TieChange;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of the topic of ties. The key is {@code organization|generation|layer|a|b}; the value is
 * the evidence, or {@code {"absent":true}}, or nothing if nothing is said of the pair.
 */
final class TieFormat {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ABSENT = "absent";

    private TieFormat() {}

    /** A change and whose it is. */
    record Tie(Generation generation, TieChange change) {}

    static byte[] key(Generation generation, TieChange change) {
        return String.join(
                        "|",
                        generation.organization().value(),
                        Integer.toString(generation.number()),
                        change.layer().toString(),
                        change.a().value(),
                        change.b().value())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the keys of a generation, and no others, begin with. */
    static String keyPrefix(Generation generation) {
        return generation.organization() + "|" + generation.number() + "|";
    }

    static byte @Nullable [] value(TieChange.State state) {
        return switch (state) {
            case TieChange.State.Silent silent -> null;
            case TieChange.State.Absent absent ->
                    bytes(MAPPER.createObjectNode().put(ABSENT, true));
            case TieChange.State.Known known -> bytes(evidence(known.evidence()));
        };
    }

    /**
     * @throws UndecodableException if this is nothing that {@link #key} and {@link #value} write
     */
    static Tie read(byte @Nullable [] key, byte @Nullable [] value) throws UndecodableException {
        if (key == null) {
            throw new UndecodableException("the record has no key");
        }
        String[] parts = new String(key, StandardCharsets.UTF_8).split("\\|", -1);
        if (parts.length != 5) {
            throw new UndecodableException("the key is not organization|generation|layer|a|b");
        }
        try {
            return new Tie(
                    new Generation(new OrganizationId(parts[0]), Integer.parseInt(parts[1])),
                    new TieChange(
                            Layer.parse(parts[2]),
                            new PersonId(parts[3]),
                            new PersonId(parts[4]),
                            value == null ? new TieChange.State.Silent() : state(value)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UndecodableException("the record is not a tie");
        }
    }

    private static TieChange.State state(byte[] value) {
        JsonNode tie = MAPPER.readTree(value);
        return tie.has(ABSENT)
                ? new TieChange.State.Absent()
                : new TieChange.State.Known(evidence(tie));
    }

    private static byte[] bytes(ObjectNode object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode evidence(TieEvidence evidence) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("monthsTogether", evidence.monthsTogether());
        ArrayNode bySite = object.putArray("bySite");
        for (AtSite at : evidence.bySite()) {
            ObjectNode site = bySite.addObject();
            site.put("site", at.site().name());
            site.put("confirmed", at.confirmed());
            if (at.since() != null) {
                site.put("since", at.since().toString());
            }
            site.set("out", direction(at.out()));
            site.set("in", direction(at.in()));
        }
        return object;
    }

    private static TieEvidence evidence(JsonNode object) {
        List<AtSite> bySite = new ArrayList<>();
        object.required("bySite").forEach(at -> bySite.add(at(at)));
        return new TieEvidence(bySite, object.required("monthsTogether").intValue());
    }

    private static AtSite at(JsonNode object) {
        JsonNode since = object.get("since");
        return new AtSite(
                new Site(object.required("site").stringValue()),
                object.required("confirmed").booleanValue(),
                since == null ? null : PartialDate.parse(since.stringValue()),
                direction(object.required("out")),
                direction(object.required("in")));
    }

    private static ObjectNode direction(Direction direction) {
        ObjectNode object = MAPPER.createObjectNode();
        if (direction.equals(Direction.NONE)) {
            return object;
        }
        object.put("messages", direction.messages());
        object.put("weight", direction.weight());
        if (direction.last() != null) {
            object.put("last", direction.last().toString());
        }
        object.put("interactions", direction.interactions());
        object.put("endorsements", direction.endorsements());
        ArrayNode skills = object.putArray("skills");
        direction.skills().forEach(skills::add);
        object.put("recommendations", direction.recommendations());
        object.put("invited", direction.invited());
        object.put("follows", direction.follows());
        object.put("keeps", direction.keeps());
        return object;
    }

    private static Direction direction(JsonNode object) {
        if (object.isEmpty()) {
            return Direction.NONE;
        }
        List<String> skills = new ArrayList<>();
        object.required("skills").forEach(skill -> skills.add(skill.stringValue()));
        JsonNode last = object.get("last");
        return new Direction(
                object.required("messages").intValue(),
                object.required("weight").doubleValue(),
                last == null ? null : Instant.parse(last.stringValue()),
                object.required("interactions").intValue(),
                object.required("endorsements").intValue(),
                skills,
                object.required("recommendations").intValue(),
                object.required("invited").booleanValue(),
                object.required("follows").booleanValue(),
                object.required("keeps").booleanValue());
    }
}
