using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Injecting;

/// <summary>What was decided about one object of a document.</summary>
/// <param name="Request">The object, and what is done to it.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Place">Where in the document to point to: the object, or the AdmissionReview that brings it.</param>
internal sealed record ObjectDecision(AdmissionRequest Request, InjectionDecision Decision, JsonValue Place);
