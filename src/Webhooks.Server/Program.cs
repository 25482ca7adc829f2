using Webhooks.Server.CommandLine;

return WebhooksCommand.Run(args, Terminal.OfProcess());
