using System.Buffers;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Api;

public class StatusTests
{
    private static readonly GroupResource Pods = new("", "pods");

    private static readonly GroupResource Widgets = new("conflict-custom.example.com", "widgets");

    private static readonly GroupKind ListOptions = new("meta.k8s.io", "ListOptions");

    /// <summary>Answers of kube-apiserver 1.36.2, beside what makes them here.</summary>
    public static TheoryData<string, Status> Recorded => new()
    {
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"widgets.finalizers.example.com \"x\" not found","reason":"NotFound","details":{"name":"x","group":"finalizers.example.com","kind":"widgets"},"code":404}""",
            Status.NotFound(new GroupResource("finalizers.example.com", "widgets"), "x")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"namespaces \"namespaces-create\" already exists","reason":"AlreadyExists","details":{"name":"namespaces-create","kind":"namespaces"},"code":409}""",
            Status.AlreadyExists(new GroupResource("", "namespaces"), "namespaces-create")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Operation cannot be fulfilled on widgets.conflict-custom.example.com \"x\": the object has been modified; please apply your changes to the latest version and try again","reason":"Conflict","details":{"name":"x","group":"conflict-custom.example.com","kind":"widgets"},"code":409}""",
            Status.Conflict(Widgets, "x", Status.ObjectModified)
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan","reason":"Invalid","details":{"group":"meta.k8s.io","kind":"ListOptions","causes":[{"reason":"FieldValueForbidden","message":"Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan","field":"resourceVersionMatch"}]},"code":422}""",
            Status.Invalid(ListOptions, "", [FieldError.Forbidden("resourceVersionMatch", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")])
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"\"bogus\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"","reason":"BadRequest","code":400}""",
            Status.BadRequest("\"bogus\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}""",
            Status.Unauthorized("Unauthorized")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Request entity too large: limit is 3145728","reason":"RequestEntityTooLarge","code":413}""",
            Status.RequestEntityTooLarge("limit is 3145728")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Cannot evict pod as it would violate the pod's disruption budget.","reason":"TooManyRequests","details":{"causes":[{"reason":"DisruptionBudget","message":"The disruption budget web is still being processed by the server."}],"retryAfterSeconds":10},"code":429}""",
            WithCause(
                Status.TooManyRequests("Cannot evict pod as it would violate the pod's disruption budget.", 10),
                new StatusCause("DisruptionBudget", "The disruption budget web is still being processed by the server.", ""))
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Timeout: Too large resource version: 999999999, current: 1","reason":"Timeout","details":{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}],"retryAfterSeconds":1},"code":504}""",
            WithCause(
                Status.Timeout("Too large resource version: 999999999, current: 1", 1),
                new StatusCause(CauseReason.ResourceVersionTooLarge, "Too large resource version", ""))
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"406: Not Acceptable","reason":"NotAcceptable","details":{},"code":406}""",
            Status.NotAcceptable("406: Not Acceptable")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old resource version: 1 (2)","reason":"Expired","code":410}""",
            Status.Expired("too old resource version: 1 (2)")
        },
        {
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","details":{"name":"x","kind":"configmaps","uid":"0b1c"}}""",
            Status.Success(new StatusDetails { Name = "x", Kind = "configmaps", Uid = "0b1c" })
        },
    };

    [Theory]
    [MemberData(nameof(Recorded), DisableDiscoveryEnumeration = true)]
    public void Factories_say_what_the_API_server_says(string json, Status status)
    {
        Assert.Equal(json, Written(writer => status.Write(writer)));
        Assert.Equal(status, Status.Read(JsonTree.Parse(json).Root));
        Assert.Equal(status.GetHashCode(), Status.Read(JsonTree.Parse(json).Root)?.GetHashCode());
    }

    [Fact]
    public void Every_other_failure_has_its_words()
    {
        Assert.Equal("pods \"a-x7\" already exists, the server was not able to generate a unique name for the object", Status.GenerateNameConflict(Pods, "a-x7", 1).Message);
        Assert.Equal("patch is not supported on resources of kind \"pods\"", Status.MethodNotSupported(Pods, "patch").Message);
        Assert.Equal("Internal error occurred: it broke", Status.InternalError("it broke").Message);
        Assert.Equal("it broke", Status.InternalError("it broke").Details?.Causes.Single().Message);
        Assert.Equal("The get operation against pods could not be completed at this time, please try again.", Status.ServerTimeout(Pods, "get", 2).Message);
        Assert.Equal((500, 2), (Status.ServerTimeout(Pods, "get", 2).Code, Status.ServerTimeout(Pods, "get", 2).Details?.RetryAfterSeconds));
        Assert.Equal("not authorized", Status.Unauthorized("").Message);
        Assert.Equal((410, "Gone"), (Status.Gone("m").Code, Status.Gone("m").Reason.Name));
        Assert.Equal((503, "ServiceUnavailable"), (Status.ServiceUnavailable("m").Code, Status.ServiceUnavailable("m").Reason.Name));
        Assert.Equal((415, "UnsupportedMediaType"), (Status.UnsupportedMediaType("m").Code, Status.UnsupportedMediaType("m").Reason.Name));
    }

    [Theory]
    [InlineData("pods", "x", "pods \"x\" is forbidden: no")]
    [InlineData("pods", "", "pods is forbidden: no")]
    [InlineData("", "", "forbidden: no")]
    public void Forbidden_names_what_it_can(string resource, string name, string message) =>
        Assert.Equal(message, Status.Forbidden(GroupResource.Parse(resource), name, "no").Message);

    [Fact]
    public void Invalid_tells_each_text_once_and_keeps_every_cause()
    {
        StatusCause missing = FieldError.Required("spec.a");
        StatusCause wrong = FieldError.Invalid("spec.b", 3, "must be more");
        GroupKind user = new("example.com", "User");

        Assert.Equal("User.example.com \"u\" is invalid", Status.Invalid(user, "u", []).Message);
        Assert.Equal("User.example.com \"u\" is invalid: spec.a: Required value", Status.Invalid(user, "u", [missing, missing]).Message);
        Status both = Status.Invalid(user, "u", [missing, wrong, missing]);
        Assert.Equal("User.example.com \"u\" is invalid: [spec.a: Required value, spec.b: Invalid value: 3: must be more]", both.Message);
        Assert.Equal([missing, wrong, missing], both.Details!.Causes.AsEnumerable());
    }

    [Fact]
    public void In_a_review_the_status_stands_without_kind()
    {
        string json = Written(Status.Forbidden(Pods, "x", "no").WriteEmbedded);

        Assert.Equal("""{"status":"Failure","message":"pods \"x\" is forbidden: no","reason":"Forbidden","details":{"name":"x","kind":"pods"},"code":403}""", json);
        Assert.Null(Status.Read(JsonTree.Parse(json).Root));
        Assert.Equal(Status.Forbidden(Pods, "x", "no"), Status.ReadEmbedded(JsonTree.Parse(json).Root));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"kind":"Pod","apiVersion":"v1"}""")]
    [InlineData("""{"kind":"Status","apiVersion":"v2"}""")]
    public void Another_object_is_no_status(string json) => Assert.Null(Status.Read(JsonTree.Parse(json).Root));

    [Fact]
    public void What_has_the_wrong_type_reads_as_absent()
    {
        const string json = """{"kind":"Status","apiVersion":"v1","status":7,"message":[],"reason":null,"details":{"name":1,"causes":[7],"retryAfterSeconds":1.5},"code":99999999999}""";

        Status expected = new() { Details = new StatusDetails { Causes = [new StatusCause("", "", "")] } };
        Assert.Equal(expected, Status.Read(JsonTree.Parse(json).Root));
    }

    private static Status WithCause(Status status, StatusCause cause) =>
        status with { Details = status.Details! with { Causes = [cause] } };

    private static string Written(Action<JsonWriter> write)
    {
        ArrayBufferWriter<byte> output = new();
        write(new JsonWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
