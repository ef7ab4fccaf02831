package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import org.junit.jupiter.api.Test;

/** Autoscalers say the same in both versions. */
class HorizontalPodAutoscalerV1Test {
    private static final String SECOND = """
            {"kind":"HorizontalPodAutoscaler","metadata":{"name":"a","annotations":{"own":"kept"}},
             "spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","name":"d"},
               "metrics":[
                 {"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"1Gi"}}},
                 {"type":"Pods","pods":{"metric":{"name":"hits","selector":{"matchLabels":{"a":"b"}}},
                   "target":{"type":"AverageValue","averageValue":"5"}}},
                 {"type":"Object","object":{"describedObject":{"kind":"Route","name":"r"},"metric":{"name":"hits"},
                   "target":{"type":"Value","value":"7"}}},
                 {"type":"External","external":{"metric":{"name":"queue","selector":{"matchLabels":{"c":"d"}}},
                   "target":{"type":"AverageValue","averageValue":"9"}}},
                 {"type":"ContainerResource","containerResource":{"name":"cpu","container":"web",
                   "target":{"type":"Utilization","averageUtilization":50}}},
                 {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70}}}],
               "behavior":{"scaleDown":{"stabilizationWindowSeconds":60}}},
             "status":{"currentReplicas":1,"desiredReplicas":2,
               "currentMetrics":[{"type":"Resource","resource":{"name":"cpu",
                 "current":{"averageUtilization":12,"averageValue":"3m"}}}],
               "conditions":[{"type":"AbleToScale","status":"True"}]}}""";

    private final HorizontalPodAutoscalerV1 first = new HorizontalPodAutoscalerV1();

    @Test
    void the_first_version_has_a_number_for_the_cpu_and_annotations_for_the_rest() {
        assertEquals(
                Room.json("""
                {"kind":"HorizontalPodAutoscaler","metadata":{"name":"a","annotations":{"own":"kept",
                   "autoscaling.alpha.kubernetes.io/metrics":"[%s]",
                   "autoscaling.alpha.kubernetes.io/behavior":"{\\"scaleDown\\":{\\"stabilizationWindowSeconds\\":60}}",
                   "autoscaling.alpha.kubernetes.io/conditions":"[{\\"type\\":\\"AbleToScale\\",\\"status\\":\\"True\\"}]"}},
                 "spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","name":"d"},
                   "targetCPUUtilizationPercentage":70},
                 "status":{"currentReplicas":1,"desiredReplicas":2,"currentCPUUtilizationPercentage":12}}""".formatted(String.join(
                                ",",
                                "{'type':'Resource','resource':{'name':'memory','targetAverageValue':'1Gi'}}",
                                "{'type':'Pods','pods':{'metricName':'hits','selector':{'matchLabels':{'a':'b'}},"
                                        + "'targetAverageValue':'5'}}",
                                "{'type':'Object','object':{'target':{'kind':'Route','name':'r'},'metricName':'hits',"
                                        + "'targetValue':'7'}}",
                                "{'type':'External','external':{'metricName':'queue',"
                                        + "'metricSelector':{'matchLabels':{'c':'d'}},'targetAverageValue':'9'}}",
                                "{'type':'ContainerResource','containerResource':{'name':'cpu','container':'web',"
                                        + "'targetAverageUtilization':50}}")
                        .replace("'", "\\\""))),
                first.shown(Room.json(SECOND)));
    }

    @Test
    void nothing_but_what_was_measured_beside_is_lost_on_the_way_there_and_back() {
        ObjectNode wanted = Room.json(SECOND.replace(",\"averageValue\":\"3m\"", ""));
        assertEquals(wanted, first.stored(first.shown(Room.json(SECOND))));
    }

    @Test
    void what_says_little_stays_so() {
        String little = """
                {"kind":"HorizontalPodAutoscaler","metadata":{"name":"a"},"spec":{"maxReplicas":3},"status":{}}""";
        assertEquals(Room.json(little), first.stored(Room.json(little)));
        assertEquals(Room.json(little), first.shown(Room.json(little)));
    }

    @Test
    void an_annotation_that_is_no_json_is_refused() {
        ObjectNode scaler = Room.json("""
                {"metadata":{"annotations":{"autoscaling.alpha.kubernetes.io/metrics":"["}},"spec":{}}""");
        assertEquals(
                400,
                assertThrows(StatusException.class, () -> first.stored(scaler)).code());
    }
}
