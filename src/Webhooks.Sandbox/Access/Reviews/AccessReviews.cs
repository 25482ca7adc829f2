using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authentication;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>Answers the resources that can only be created, and ask the server about access instead of storing anything.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class AccessReviews(Policy policy, Authorizer authorizer, Authenticator authenticator, TimeProvider time)
{
    private const string AuthorizationGroup = "authorization.k8s.io";
    private const string AuthenticationGroup = "authentication.k8s.io";

    /// <summary>Whether a create of that resource is answered here.</summary>
    public static bool Answers(GroupResource resource) => (resource.Group, resource.Resource) is
        (AuthorizationGroup, "selfsubjectaccessreviews" or "subjectaccessreviews" or "localsubjectaccessreviews" or "selfsubjectrulesreviews")
        or (AuthenticationGroup, "selfsubjectreviews" or "tokenreviews");

    /// <summary>The review with its status, to be answered with 201.</summary>
    /// <param name="resource">One of those that <see cref="Answers"/>.</param>
    /// <param name="request">The review as sent, its kind already checked against the resource.</param>
    /// <param name="inNamespace">The namespace of the path; empty for none.</param>
    /// <param name="caller">Who asks.</param>
    /// <exception cref="StatusException">The review asks for what cannot be answered.</exception>
    public JsonValue Answer(GroupResource resource, JsonValue request, string inNamespace, Caller caller)
    {
        AccessReviewSpec spec = AccessReviewSpec.Read(request["spec"u8]);
        JsonValue metadata = ReviewMetadata.Read(request["metadata"u8], inNamespace);
        switch (resource.Resource)
        {
            case "selfsubjectaccessreviews":
                AccessReviewSpec self = spec with { User = new Caller("") };
                Confirm(AccessReviewRules.OfSelf(self, metadata));
                return Decide("SelfSubjectAccessReview", self, metadata, caller);
            case "subjectaccessreviews":
                Confirm(AccessReviewRules.OfSubject(spec, metadata));
                return Decide("SubjectAccessReview", spec, metadata, spec.User);
            case "localsubjectaccessreviews":
                Confirm(AccessReviewRules.OfLocalSubject(spec, metadata));
                return Decide("LocalSubjectAccessReview", spec, metadata, spec.User);
            case "selfsubjectrulesreviews":
                return RulesReview.Answer(policy, caller, request["spec"u8]["namespace"u8].AsString() ?? "");
            case "selfsubjectreviews":
                return IdentityReviews.AnswerSelf(caller, time.GetUtcNow());
            default:
                return IdentityReviews.AnswerToken(authenticator, request["spec"u8], metadata);
        }
    }

    private JsonValue Decide(string kind, AccessReviewSpec spec, JsonValue metadata, Caller caller)
    {
        AccessDecision decision = authorizer.Authorize(spec.AttributesFor(caller));
        return ReviewJson.Document(kind, AuthorizationGroup, metadata, writer =>
        {
            writer.WriteName("spec");
            spec.Write(writer);
            writer.WriteName("status");
            writer.StartObject();
            writer.WriteName("allowed");
            writer.WriteBool(decision.IsAllowed);
            writer.WriteTextIfAny("reason", decision.Reason);
            writer.WriteTextIfAny("evaluationError", ReviewSelectorErrors.Describe(spec.ResourceAttributes));
            writer.EndObject();
        });
    }

    // The API server leaves out the kind here.
    private static void Confirm(IEnumerable<StatusCause> problems)
    {
        StatusCause[] causes = [.. problems];
        if (causes.Length > 0)
        {
            throw new StatusException(Status.Invalid(new GroupKind(AuthorizationGroup, ""), "", causes));
        }
    }
}
