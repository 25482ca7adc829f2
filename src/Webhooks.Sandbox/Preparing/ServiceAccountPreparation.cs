using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with ServiceAccounts.</summary>
internal static class ServiceAccountPreparation
{
    /// <summary>Of references to Secrets only the names stay.</summary>
    public static void Reduce(JsonDraft account)
    {
        if (account.Find("secrets") is not { Kind: JsonKind.Array } secrets)
        {
            return;
        }

        for (int i = 0; i < secrets.Count; i++)
        {
            JsonDraft reduced = JsonDraft.EmptyObject();
            reduced.SetText("name", secrets.Items[i].Text("name"));
            secrets.SetItem(i, reduced);
        }
    }
}
