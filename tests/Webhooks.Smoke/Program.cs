using Webhooks.Sandbox;

await using ApiServer server = await ApiServer.StartAsync();
Console.WriteLine(server.Kubeconfig("smoke", "system:masters").Length);
