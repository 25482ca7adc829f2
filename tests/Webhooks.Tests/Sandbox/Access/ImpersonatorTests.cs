using Microsoft.Extensions.Primitives;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Access.Impersonation;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class ImpersonatorTests
{
    private readonly StoredObjects _objects = StoredObjects.Bootstrapped();
    private readonly Caller _bob = new("bob") { Groups = [SystemNames.Authenticated] };

    [Theory]
    [InlineData("", "admin", "system:masters,system:authenticated")]
    [InlineData("Impersonate-User=", "admin", "system:masters,system:authenticated")]
    [InlineData("Impersonate-User=jane", "jane", "system:authenticated")]
    [InlineData("impersonate-user=jane", "jane", "system:authenticated")]
    [InlineData("Impersonate-User=jane;Impersonate-Group=team", "jane", "team,system:authenticated")]
    [InlineData("Impersonate-User=jane;Impersonate-Group=a,b", "jane", "a,b,system:authenticated")]
    [InlineData("Impersonate-User=jane;Impersonate-Group=system:masters", "jane", "system:masters,system:authenticated")]
    [InlineData("Impersonate-User=jane;Impersonate-Group=system:unauthenticated", "jane", "system:unauthenticated")]
    [InlineData("Impersonate-User=system:anonymous", "system:anonymous", "system:unauthenticated")]
    [InlineData("Impersonate-User=system:serviceaccount:here:bot", "system:serviceaccount:here:bot", "system:serviceaccounts,system:serviceaccounts:here,system:authenticated")]
    [InlineData("Impersonate-User=system:serviceaccount:here:bot;Impersonate-Group=team", "system:serviceaccount:here:bot", "team,system:authenticated")]
    [InlineData("Impersonate-User=system:serviceaccount:here", "system:serviceaccount:here", "system:authenticated")]
    [InlineData("Impersonate-User=system:node:n1", "system:node:n1", "system:nodes,system:authenticated")]
    public void A_master_may_be_anybody(string headers, string name, string groups)
    {
        Caller caller = Resolve(Callers.Master, headers);

        Assert.Equal(name, caller.Name);
        Assert.Equal(groups, string.Join(',', caller.Groups));
    }

    [Fact]
    public void Uid_and_extras_come_along()
    {
        Caller caller = Resolve(Callers.Master, "Impersonate-User=jane;Impersonate-Uid=u;Impersonate-Extra-Scopes=a,b;Impersonate-Extra-Acme.io%2Fx=c;Impersonate-Extra-Odd%2=d");

        Assert.Equal("u", caller.Uid);
        Assert.Equal("acme.io/x=c odd%2=d scopes=a,b", string.Join(' ', caller.Extra.Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}")));
    }

    [Theory]
    [InlineData("Impersonate-Group=team", """requested &user.DefaultInfo{Name:\"\", UID:\"\", Groups:[]string{\"team\"}, Extra:map[string][]string(nil)} without impersonating a user name""")]
    [InlineData("Impersonate-Uid=u", """requested &user.DefaultInfo{Name:\"\", UID:\"u\", Groups:[]string(nil), Extra:map[string][]string(nil)} without impersonating a user name""")]
    [InlineData("Impersonate-Extra-B=1,2;Impersonate-Extra-A=x", """requested &user.DefaultInfo{Name:\"\", UID:\"\", Groups:[]string(nil), Extra:map[string][]string{\"a\":[]string{\"x\"}, \"b\":[]string{\"1\", \"2\"}}} without impersonating a user name""")]
    public void Without_a_user_there_is_nobody_to_be(string headers, string message) =>
        Assert.Equal(
            $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"{{message}}","reason":"BadRequest","code":400}""",
            Callers.Refused(() => Resolve(Callers.Master, headers)));

    [Fact]
    public void Who_may_not_is_refused_in_the_words_of_the_first_way_that_was_tried() =>
        Assert.Equal(
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"configmaps is forbidden: User \"system:anonymous\" cannot impersonate-on:user-info:list resource \"configmaps\" in API group \"\" in the namespace \"here\"","reason":"Forbidden","details":{"kind":"configmaps"},"code":403}""",
            Callers.Refused(() => Resolve(Caller.Anonymous, "Impersonate-User=jane")));

    [Theory]
    [InlineData("Impersonate-User=jane", true)]
    [InlineData("Impersonate-User=john", false)]
    [InlineData("Impersonate-User=jane;Impersonate-Group=team", false)]
    [InlineData("Impersonate-User=jane;Impersonate-Uid=u", true)]
    [InlineData("Impersonate-User=jane;Impersonate-Uid=v", false)]
    [InlineData("Impersonate-User=jane;Impersonate-Extra-Scopes=a", true)]
    [InlineData("Impersonate-User=jane;Impersonate-Extra-Scopes=a,b", false)]
    [InlineData("Impersonate-User=system:serviceaccount:here:bot", true)]
    public void The_verb_impersonate_is_looked_for_on_every_part(string headers, bool isAllowed)
    {
        _objects.GiveEverywhere(
            "bob",
            "actor",
            """{"verbs":["impersonate"],"apiGroups":[""],"resources":["users"],"resourceNames":["jane"]}""",
            """{"verbs":["impersonate"],"apiGroups":["authentication.k8s.io"],"resources":["uids"],"resourceNames":["u"]}""",
            """{"verbs":["impersonate"],"apiGroups":["authentication.k8s.io"],"resources":["userextras/scopes"],"resourceNames":["a"]}""");
        _objects.Give("bob", "bots", """{"verbs":["impersonate"],"apiGroups":[""],"resources":["serviceaccounts"],"resourceNames":["bot"]}""");

        if (isAllowed)
        {
            Assert.Equal(headers.Split(';')[0]["Impersonate-User=".Length..], Resolve(_bob, headers).Name);
        }
        else
        {
            Assert.Contains("\"code\":403", Callers.Refused(() => Resolve(_bob, headers)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_way_that_worked_last_words_the_next_refusal()
    {
        _objects.GiveEverywhere("bob", "actor", """{"verbs":["impersonate"],"apiGroups":[""],"resources":["users"],"resourceNames":["jane"]}""");
        Impersonator impersonator = Over(_objects);
        impersonator.Resolve(_bob.Asks("list configmaps@here"), Headers("Impersonate-User=jane"));

        Assert.Contains(
            "users \\\"john\\\" is forbidden: User \\\"bob\\\" cannot impersonate resource \\\"users\\\" in API group \\\"\\\" at the cluster scope",
            Callers.Refused(() => impersonator.Resolve(_bob.Asks("list configmaps@here"), Headers("Impersonate-User=john"))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list configmaps@here", "Impersonate-User=jane", "")]
    [InlineData("list secrets@here", "Impersonate-User=jane", "secrets is forbidden: User \"bob\" cannot impersonate-on:user-info:list resource \"secrets\" in API group \"\" in the namespace \"here\"")]
    [InlineData("list configmaps@here", "Impersonate-User=john", "users.authentication.k8s.io \"john\" is forbidden: User \"bob\" cannot impersonate:user-info resource \"users\" in API group \"authentication.k8s.io\" at the cluster scope")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Group=system:masters", "groups.authentication.k8s.io \"system:masters\" is forbidden: User \"bob\" cannot impersonate:user-info resource \"groups\" in API group \"authentication.k8s.io\" at the cluster scope: impersonating the system:masters group is not allowed")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Group=", "groups.authentication.k8s.io is forbidden: User \"bob\" cannot impersonate:user-info resource \"groups\" in API group \"authentication.k8s.io\" at the cluster scope: impersonating the empty string group is not allowed")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Group=a,b,c,d", "")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Extra-Scopes=a", "userextras.authentication.k8s.io is forbidden: User \"bob\" cannot impersonate:user-info resource \"userextras\" in API group \"authentication.k8s.io\" at the cluster scope: impersonating an invalid key in extra is not allowed: extra.key: Invalid value: \"scopes\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Extra-acme.io%2fx=", "userextras.authentication.k8s.io is forbidden: User \"bob\" cannot impersonate:user-info resource \"userextras\" in API group \"authentication.k8s.io\" at the cluster scope: impersonating the empty string value in extra is not allowed")]
    [InlineData("list configmaps@here", "Impersonate-User=jane;Impersonate-Extra-acme.io%2fx=1", "userextras.authentication.k8s.io \"1\" is forbidden: User \"bob\" cannot impersonate:user-info resource \"userextras/acme.io/x\" in API group \"authentication.k8s.io\" at the cluster scope")]
    public void Constrained_impersonation_needs_the_person_and_the_deed(string request, string headers, string refusal)
    {
        _objects.GiveEverywhere(
            "bob",
            "person",
            """{"verbs":["impersonate:user-info"],"apiGroups":["authentication.k8s.io"],"resources":["users"],"resourceNames":["jane"]}""",
            """{"verbs":["impersonate:user-info"],"apiGroups":["authentication.k8s.io"],"resources":["groups"],"resourceNames":["*"]}""");
        _objects.Give("bob", "deed", """{"verbs":["impersonate-on:user-info:list"],"apiGroups":[""],"resources":["configmaps"]}""");

        if (refusal.Length == 0)
        {
            Assert.Equal("jane", Over(_objects).Resolve(_bob.Asks(request), Headers(headers)).Name);
        }
        else
        {
            Assert.Contains(
                $"\"message\":{Webhooks.Resources.Json.JsonText.Quote(refusal)}",
                Callers.Refused(() => Over(_objects).Resolve(_bob.Asks(request), Headers(headers))),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("n1", true)]
    [InlineData("n2", false)]
    public void A_ServiceAccount_may_be_its_own_node(string node, bool isAllowed)
    {
        Caller agent = new Caller("system:serviceaccount:here:agent").WithExtra("authentication.kubernetes.io/node-name", "n1");
        _objects.GiveEverywhere(
            agent.Name,
            "agent",
            """{"verbs":["impersonate:associated-node"],"apiGroups":["authentication.k8s.io"],"resources":["nodes"]}""",
            """{"verbs":["impersonate-on:associated-node:list"],"apiGroups":[""],"resources":["configmaps"]}""");

        if (isAllowed)
        {
            Assert.Equal("system:nodes system:authenticated", string.Join(' ', Resolve(agent, $"Impersonate-User=system:node:{node}").Groups));
        }
        else
        {
            Assert.Contains("cannot impersonate-on:arbitrary-node:list", Callers.Refused(() => Resolve(agent, $"Impersonate-User=system:node:{node}")), StringComparison.Ordinal);
        }
    }

    private Caller Resolve(Caller caller, string headers) => Over(_objects).Resolve(caller.Asks("list configmaps@here"), Headers(headers));

    private static Impersonator Over(IPolicySource source) => new(new Authorizer(new Policy(source)));

    private static IEnumerable<KeyValuePair<string, StringValues>> Headers(string headers) =>
        [.. headers.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], new StringValues(parts[1].Split(','))))];
}
