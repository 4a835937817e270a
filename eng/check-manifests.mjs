// Checks the manifests of Kubernetes by its own schemas, and by what the service needs. Run by eng/check-manifests.sh.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { loadAll } = require("js-yaml");
const objects = loadAll(readFileSync(process.argv[2], "utf8"));
for (const each of objects) {
  const { [each.kind]: Model } = require(`kubernetes-models/${each.apiVersion}/${each.kind}`);
  new Model(each).validate();
}

const the = (kind) => {
  const [one, ...more] = objects.filter((each) => each.kind === kind);
  assert.ok(one && more.length === 0, `Expected one ${kind}.`);
  return one.spec;
};
const deployment = the("Deployment");
const pod = deployment.template.spec;
const [container] = pod.containers;
const labels = deployment.template.metadata.labels;
const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]));

// Two replicas at any time: while rolling out, while nodes are drained, while scaling.
assert.ok(the("HorizontalPodAutoscaler").minReplicas >= 2);
assert.equal(the("HorizontalPodAutoscaler").metrics[0].resource.name, "cpu");
assert.equal(deployment.replicas, undefined, "The autoscaler has the number of replicas.");
assert.equal(deployment.strategy.rollingUpdate.maxUnavailable, 0);
assert.equal(the("PodDisruptionBudget").maxUnavailable, 1);

// All select the pods of the deployment.
for (const selector of [deployment.selector.matchLabels, the("Service").selector, the("PodDisruptionBudget").selector.matchLabels, the("NetworkPolicy").podSelector.matchLabels]) {
  assert.deepEqual(selector, labels);
}

// Clients balance, so that they need the address of every pod, at the port that listens with TLS.
assert.equal(the("Service").clusterIP, "None");
assert.equal(the("Service").ports[0].targetPort, "grpc");

// What listens, where the ports, the probes and the scraper say that it does; and nothing else gets in.
const listens = (endpoint) => Number(new URL(env[`Kestrel__Endpoints__${endpoint}__Url`]).port);
assert.deepEqual([listens("Tls"), listens("Health"), listens("Metrics")], [ports.grpc, ports.health, ports.metrics]);
assert.equal(container.startupProbe.grpc.port, ports.health);
assert.equal(container.readinessProbe.grpc.port, ports.health);
assert.equal(deployment.template.metadata.annotations["prometheus.io/port"], String(ports.metrics));
assert.deepEqual(the("NetworkPolicy").ingress[0].ports.map(({ port }) => port).sort(), Object.values(ports).sort());

// A pod has time to say that it goes, and to finish: the delay, and 15 seconds by default.
const drain = Number(env.Drain__DelaySeconds);
const { periodSeconds, failureThreshold } = container.readinessProbe;
assert.ok(drain > 2 * periodSeconds * failureThreshold, "The drain is shorter than two probes.");
assert.ok(pod.terminationGracePeriodSeconds >= drain + 15);

// Nothing that it does not need.
assert.equal(pod.automountServiceAccountToken, false);
assert.ok(pod.securityContext.runAsNonRoot && pod.securityContext.runAsUser > 0);
assert.equal(pod.securityContext.seccompProfile.type, "RuntimeDefault");
assert.equal(container.securityContext.allowPrivilegeEscalation, false);
assert.ok(container.securityContext.readOnlyRootFilesystem);
assert.deepEqual(container.securityContext.capabilities.drop, ["ALL"]);
assert.ok(container.resources.requests.cpu && container.resources.limits.memory);

// Every file that a setting names is mounted, and every mount is a volume.
const volumes = pod.volumes.map(({ name }) => name);
for (const mount of container.volumeMounts) assert.ok(volumes.includes(mount.name), `${mount.name} is no volume.`);
for (const [name, value] of Object.entries(env).filter(([, value]) => value.startsWith("/"))) {
  assert.ok(container.volumeMounts.some(({ mountPath }) => value.startsWith(`${mountPath}/`)), `${name} names a file that is not mounted.`);
}

console.log(`${objects.length} objects: ${objects.map(({ kind }) => kind).join(", ")}`);
