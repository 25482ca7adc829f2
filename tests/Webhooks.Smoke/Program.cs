using Webhooks.Sandbox;
using Webhooks.Smoke;

await using ApiServer server = await ApiServer.StartAsync();
return await new ClientSmoke(server, Console.Out).RunAsync();
