using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of role bindings and certificate requests.</summary>
internal static class AccessPrinters
{
    /// <summary>Of role bindings.</summary>
    public static BuiltInTable RoleBindings { get; } = Bindings("RoleBinding", "roleBinding");

    /// <summary>Of cluster role bindings.</summary>
    public static BuiltInTable ClusterRoleBindings { get; } = Bindings("ClusterRoleBinding", "clusterRoleBinding");

    /// <summary>Of certificate signing requests.</summary>
    public static BuiltInTable SigningRequests { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Age,
            PrintedColumn.Text(
                "SignerName",
                Descriptions.Of("CertificateSigningRequestSpec.signerName"),
                value => Facts.TextOr(value["spec"u8]["signerName"u8], Facts.None)),
            PrintedColumn.Text(
                "Requestor", Descriptions.Of("CertificateSigningRequestSpec.request"), value => Facts.Text(value["spec"u8]["username"u8])),
            PrintedColumn.Text(
                "RequestedDuration",
                Descriptions.Of("CertificateSigningRequestSpec.expirationSeconds"),
                value => value["spec"u8]["expirationSeconds"u8].TryGetInt64(out long seconds) ? HumanDuration.Of(TimeSpan.FromSeconds(seconds)) : Facts.None),
            PrintedColumn.Text("Condition", Descriptions.Of("CertificateSigningRequestStatus.conditions"), value => StateOf(value["status"u8])),
        ]);

    private static BuiltInTable Bindings(string type, string called) => new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Role", Descriptions.Of($"{type}.roleRef"), value => RoleOf(value["roleRef"u8])),
            PrintedColumn.Age,
            PrintedColumn.Text("Users", $"Users in the {called}", value => SubjectsOf(value["subjects"u8], "User")).Wide(),
            PrintedColumn.Text("Groups", $"Groups in the {called}", value => SubjectsOf(value["subjects"u8], "Group")).Wide(),
            PrintedColumn.Text("ServiceAccounts", $"ServiceAccounts in the {called}", value => SubjectsOf(value["subjects"u8], "ServiceAccount")).Wide(),
        ]);

    private static string RoleOf(JsonValue role) => $"{Facts.Text(role["kind"u8])}/{Facts.Text(role["name"u8])}";

    private static string SubjectsOf(JsonValue subjects, string kind) => string.Join(
        ", ",
        subjects.Items()
            .Where(subject => subject["kind"u8].AsString() == kind)
            .Select(subject => kind == "ServiceAccount"
                ? $"{Facts.Text(subject["namespace"u8])}/{Facts.Text(subject["name"u8])}"
                : Facts.Text(subject["name"u8])));

    private static string StateOf(JsonValue status)
    {
        HashSet<string> types = [.. status["conditions"u8].Items().Select(condition => Facts.Text(condition["type"u8]))];
        return (types.Contains("Denied") ? "Denied" : types.Contains("Approved") ? "Approved" : "Pending")
            + (types.Contains("Failed") ? ",Failed" : "")
            + (Facts.Text(status["certificate"u8]).Length > 0 ? ",Issued" : "");
    }
}
