using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Admission.Users;
using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.Tests.Users.UserReviews;

namespace Webhooks.Tests.Users;

/// <summary>Who is judged, by what, and what is said of several things at once. The rules one by one: tests/Users.</summary>
public sealed class UserAdmissionTests
{
    private const string Bad = """{"display_name":"","subject":"system:admin","quota":{"cpus":1}}""";
    private const string Deleting = ""","deletionTimestamp":"2026-11-20T14:01:34Z" """;

    [Fact]
    public void It_is_in_the_catalog()
    {
        Webhook webhook = Assert.Single(WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()), one => one.Path == "/validate/users");
        Assert.Equal("validate/users", webhook.Name);
        Assert.Equal("valid", webhook.Decide(Create(User())).Reason);
    }

    [Fact]
    public void The_catalog_takes_the_own_namespace_of_injection_unless_told_otherwise()
    {
        InjectionOptions injection = InjectionOptions.Default with { OwnNamespace = "user-alice" };
        Assert.Equal("reserved-namespace", Users(WebhookCatalog.Of(injection, new TemplatesInForce())).Decide(Create(User())).Reason);
        Assert.Equal("valid", Users(WebhookCatalog.Of(injection, new TemplatesInForce(), UserOptions.Default)).Decide(Create(User())).Reason);
    }

    [Theory]
    [InlineData("apps", "User", "")]
    [InlineData("users.example.com", "UserList", "")]
    [InlineData("users.example.com", "User", "status")]
    [InlineData("users.example.com", "User", "scale")]
    public void What_is_no_User_is_allowed(string group, string kind, string subResource) =>
        Assert.Equal("not-handled", Allows(Request("UPDATE", User(Bad), User(), group: group, kind: kind, subResource: subResource)));

    [Theory]
    [InlineData("DELETE", "deleting")]
    [InlineData("CONNECT", "not-handled")]
    public void Neither_a_deletion_nor_a_connection_is_judged(string operation, string reason)
    {
        Assert.Equal(reason, Allows(Request(operation, "null", User(Bad))));
        Assert.Equal(reason, Allows(Request(operation, "null", "null")));
    }

    [Theory]
    [InlineData("CREATE")]
    [InlineData("UPDATE")]
    public void A_question_without_an_object_is_none(string operation) => Assert.StartsWith(
        "request.object: must be an object", Assert.Throws<ReviewFormatException>(() => Allows(Request(operation, "null", User()))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_User_that_is_being_deleted_may_become_anything()
    {
        Assert.Equal("deleting", Allows(Update(User(Bad), User(metadata: Deleting))));
        Assert.Equal("deleting", Allows(Request("UPDATE", User(Bad, Deleting), "null")));
    }

    [Fact]
    public void To_say_so_oneself_does_not_help()
    {
        Refuses(Create(User(Bad, Deleting)));
        Refuses(Update(User(Bad, Deleting), User()));
    }

    [Fact]
    public void A_spec_that_stays_is_not_judged()
    {
        Assert.Equal("unchanged", Allows(Update(User(Bad, ""","labels":{"a":"b"}"""), User(Bad, ""","finalizers":["x.example.com/y"]"""))));
        Assert.Equal("unchanged", Allows(Update(User(Bad, name: "kube-x"), User(Bad, name: "kube-x", status: """{"namespace":"n"}"""))));
    }

    [Fact]
    public void Of_a_spec_that_changes_only_what_changed_is_judged()
    {
        Assert.Equal("valid", Allows(Update(User("""{"display_name":"","subject":"system:admin","quota":{"cpus":1},"role":"view"}"""), User(Bad))));
        (string reason, Status status) = Refuses(Update(User("""{"display_name":"","subject":"system:root","quota":{"cpus":-1,"cpu2":1}}"""), User(Bad)));
        Assert.Equal("quota-key", reason);
        Assert.Equal(["spec.subject", "spec.quota[cpu2]", "spec.quota[cpus]"], Fields(status));
    }

    [Fact]
    public void Without_what_it_was_all_of_it_is_judged()
    {
        (string reason, Status status) = Refuses(Request("UPDATE", User(Bad, name: "kube-x"), "null"));
        Assert.Equal("schema-invalid", reason);
        Assert.Equal(["spec.display_name", "metadata.name", "spec.subject", "spec.quota[cpus]"], Fields(status));
    }

    [Fact]
    public void The_namespace_that_was_chosen_counts_and_in_a_new_User_none_is()
    {
        const string Chosen = """{"namespace":"kube-chosen"}""";
        Assert.Equal("reserved-namespace", Refuses(Request("UPDATE", User(status: Chosen), "null")).Reason);
        Assert.Equal("valid", Allows(Create(User(status: Chosen))));
    }

    [Fact]
    public void A_name_that_is_chosen_later_is_judged_by_its_beginning()
    {
        Assert.Equal("valid", Allows(Generated("team-")));
        (string reason, Status status) = Refuses(Generated("kube-"));
        Assert.Equal("reserved-name", reason);
        Assert.Equal("users.users.example.com is forbidden: metadata.generateName: Forbidden: default and names that begin with kube- are the cluster's own: kube-xxxxx (docs/users.md#reserved-name)", status.Message);
        Assert.Equal("namespace-name", Refuses(Generated("A")).Reason);
        Assert.Equal("namespace-name", Refuses(Generated(new string('a', 100))).Reason);
        Assert.Equal("valid", Allows(Generated(new string('a', 100)), UserOptions.Default with { NamespacePrefix = "" }));
    }

    [Fact]
    public void A_User_without_any_name_is_refused_as_an_API_server_does()
    {
        Status status = Refuses(Request("CREATE", """{"metadata":{},"spec":{"display_name":"A"}}""", "null", name: "")).Status;
        Assert.Equal("metadata.name: Required value: name or generateName is required", status.Details!.Causes[0].ToString());
    }

    [Fact]
    public void Each_kind_of_refusal_has_the_message_of_an_API_server()
    {
        Status invalid = Refuses(Create(User("""{"display_name":"A","role":"owner"}"""))).Status;
        Assert.Equal((422, "Invalid", "User"), (invalid.Code, invalid.Reason.Name, invalid.Details!.Kind));
        Assert.StartsWith(
            """User.users.example.com "alice" is invalid: [spec.role: Unsupported value: "owner": supported values: "view", "edit", "admin", """, invalid.Message, StringComparison.Ordinal);
        Status forbidden = Refuses(Create(User(name: "default"))).Status;
        Assert.Equal((403, "Forbidden", "users"), (forbidden.Code, forbidden.Reason.Name, forbidden.Details!.Kind));
        Assert.StartsWith("users.users.example.com \"default\" is forbidden: metadata.name: Forbidden: default and names", forbidden.Message, StringComparison.Ordinal);
        Status conflict = Refuses(Create(User()), namespaces: new OneNamespace("user-alice")).Status;
        Assert.Equal((409, "Conflict", "users"), (conflict.Code, conflict.Reason.Name, conflict.Details!.Kind));
        Assert.StartsWith("Operation cannot be fulfilled on users.users.example.com \"alice\": metadata.name: Duplicate value: \"user-alice\": there is", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_right_decides_the_code_before_what_is_forbidden_and_that_before_what_is_taken()
    {
        OneNamespace taken = new("user-kube-a");
        string forbidden = User(name: "kube-a");
        Assert.Equal(403, Refuses(Create(forbidden), namespaces: taken).Status.Code);
        (string reason, Status status) = Refuses(Create(User("""{"display_name":"A","quota":{"pods":-1}}""", name: "kube-a")), namespaces: taken);
        Assert.Equal((422, "quota-value"), (status.Code, reason));
        Assert.Equal(["metadata.name", "spec.quota[pods]", "metadata.name"], Fields(status));
    }

    [Fact]
    public void Every_reason_is_of_the_closed_set()
    {
        string[] names = [.. UserAdmission.Reasons, .. UserRuleCatalog.All.Select(rule => rule.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z-]+$", name));
    }

    private static Webhook Users(IReadOnlyList<Webhook> webhooks) => webhooks.Single(webhook => webhook.Path == "/validate/users");

    private static AdmissionRequest Generated(string name) =>
        Request("CREATE", $$$"""{"metadata":{"generateName":"{{{name}}}"},"spec":{"display_name":"A"}}""", "null", name: "");

    /// <summary>A cluster that has one namespace, nobody's.</summary>
    private sealed class OneNamespace(string name) : INamespaceLookup
    {
        public NamespaceFacts? Find(string asked) => asked == name ? new NamespaceFacts("", "") : null;
    }
}
