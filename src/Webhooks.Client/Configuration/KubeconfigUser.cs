namespace Webhooks.Client.Configuration;

/// <summary>Reads what a kubeconfig file says about a user.</summary>
/// <param name="user">The item's <c>user</c>.</param>
/// <param name="cluster">The cluster that it is used with.</param>
/// <param name="sources">Where the files are that it names.</param>
/// <param name="warnings">Where warnings go.</param>
internal sealed class KubeconfigUser(KubeconfigNode user, KubeconfigNode cluster, ConfigurationSources sources, ICollection<string> warnings)
{
    private readonly KubeconfigPem _pem = new(user, sources, warnings);

    public ClientOptions ReadInto(ClientOptions options)
    {
        Refuse();
        ClientCredentials credentials = new(Certificate(), Token(), user.Has("exec") ? KubeconfigExec.Read(user.Child("exec"), cluster) : null);
        if (!credentials.IsNone && options.Server.Scheme == "http")
        {
            warnings.Add($"{cluster.Place("server")}: the user's credentials are not sent, because http would tell them to everybody; write https://");
            credentials = ClientCredentials.None;
        }

        return options with { Credentials = credentials, Impersonation = Impersonation() };
    }

    private void Refuse()
    {
        if (user.Has("auth-provider"))
        {
            (string name, string instead) = user.Child("auth-provider").Text("name") switch
            {
                "gcp" => ("gcp", "gke-gcloud-auth-plugin: run `gcloud container clusters get-credentials`"),
                "azure" => ("azure", "kubelogin: run `kubelogin convert-kubeconfig`"),
                "oidc" => ("oidc", "kubectl oidc-login: run `kubectl oidc-login setup`"),
                _ => ("that", "the one that your provider names"),
            };
            throw user.Error("auth-provider", $"providers inside the client, {name} among them, are not supported; use an exec plugin, {instead}");
        }

        string basic = user.Text("username").Length > 0 ? "username" : "password";
        if (user.Text(basic).Length > 0)
        {
            throw user.Error(basic, "API servers take no passwords since 1.19; use a token, a client certificate or an exec plugin");
        }
    }

    private ClientCertificate? Certificate()
    {
        PemSource? certificate = _pem.Read("client-certificate");
        if (certificate is null)
        {
            if (user.Has("client-key") || user.Has("client-key-data"))
            {
                warnings.Add($"{user.Place(user.Has("client-key") ? "client-key" : "client-key-data")}: the key is not used, because there is no client-certificate");
            }

            return null;
        }

        PemSource key = _pem.Read("client-key")
            ?? throw user.Error("client-key", "the certificate has no key; name its file here, or write it as client-key-data");
        return new ClientCertificate(certificate, key);
    }

    private BearerToken? Token()
    {
        string text = user.Text("token").Trim();
        if (text.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
        {
            throw user.Error("token", "no token has blanks, line breaks or characters beyond ASCII; write it on one line");
        }

        string file = user.FilePath("tokenFile");
        if (file.Length > 0 && text.Length == 0)
        {
            _pem.Readable("tokenFile", file);
        }

        return text.Length == 0 && file.Length == 0 ? null : new BearerToken(text.Length > 0 ? text : null, file.Length > 0 ? file : null);
    }

    private Impersonation? Impersonation()
    {
        Dictionary<string, IReadOnlyList<string>> extra = new(StringComparer.Ordinal);
        KubeconfigNode written = user.Child("as-user-extra");
        foreach ((string name, _) in written.Value.Members())
        {
            extra[name] = written.Texts(name);
        }

        Impersonation found = new(user.Text("as"), user.Text("as-uid"), user.Texts("as-groups"), extra);
        if (found.User.Length > 0)
        {
            return found;
        }

        return found.Uid.Length == 0 && found.Groups.Count == 0 && extra.Count == 0
            ? null
            : throw user.Error("as", "as-uid, as-groups and as-user-extra go with a name; write it as \"as\"");
    }
}
