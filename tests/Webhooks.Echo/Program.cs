using Webhooks.Echo;

return await EchoServer.Run(EchoOptions.Parse(args));
