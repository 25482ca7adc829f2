using Webhooks.Sandbox.Access.Authorization;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class RuleCoverTests
{
    [Theory]
    [InlineData("get,list||pods", "get||pods", "")]
    [InlineData("get||pods;list||pods", "get,list||pods", "")]
    [InlineData("get||pods", "get,list,watch||pods", """{APIGroups:[""], Resources:["pods"], Verbs:["list" "watch"]}""")]
    [InlineData("*||pods", "get,escalate||pods", "")]
    [InlineData("get||pods", "*||pods", """{APIGroups:[""], Resources:["pods"], Verbs:["*"]}""")]
    [InlineData("get|*|pods", "get|apps|pods", "")]
    [InlineData("get|apps|pods", "get|*|pods", """{APIGroups:["*"], Resources:["pods"], Verbs:["get"]}""")]
    [InlineData("get||*", "get||pods,pods/log", "")]
    [InlineData("get||*/log", "get||pods/log", "")]
    [InlineData("get||*/log", "get||pods", """{APIGroups:[""], Resources:["pods"], Verbs:["get"]}""")]
    [InlineData("get||pods", "get||pods|x", "")]
    [InlineData("get||pods|x,y", "get||pods|x", "")]
    [InlineData("get||pods|x", "get||pods|x,y", """{APIGroups:[""], Resources:["pods"], ResourceNames:["y"], Verbs:["get"]}""")]
    [InlineData("get||pods|x", "get||pods", """{APIGroups:[""], Resources:["pods"], Verbs:["get"]}""")]
    [InlineData("get|/healthz/*", "get|/healthz/ping", "")]
    [InlineData("get|/healthz", "get,post|/healthz", """{NonResourceURLs:["/healthz"], Verbs:["post"]}""")]
    [InlineData("", "get|apps|b,a", "{APIGroups:[\"apps\"], Resources:[\"a\"], Verbs:[\"get\"]}\n{APIGroups:[\"apps\"], Resources:[\"b\"], Verbs:[\"get\"]}")]
    [InlineData("get||configmaps", "", "")]
    public void What_is_given_must_be_held(string held, string given, string missing) =>
        Assert.Equal(missing, RuleText.Lines(RuleCover.Missing(Rules(held), Rules(given))));

    // verbs|group|resources|names, or verbs|URLs; rules between semicolons.
    private static PolicyRule[] Rules(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(rule => rule.Split('|') switch
    {
        [var verbs, ['/', ..] urls] => new PolicyRule { Verbs = [.. verbs.Split(',')], NonResourceUrls = [.. urls.Split(',')] },
        [var verbs, var group, var resources, .. var names] => new PolicyRule
        {
            Verbs = [.. verbs.Split(',')],
            ApiGroups = [group],
            Resources = [.. resources.Split(',')],
            ResourceNames = [.. names.SelectMany(name => name.Split(','))],
        },
        _ => throw new FormatException(rule),
    })];
}
