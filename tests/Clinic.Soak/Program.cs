using System.Globalization;
using Clinic.Servers;
using Clinic.Soak;

// MINUTES [SEED]: works with 20 clients behind a bad network on a server that is killed now and then;
// prints what it took and whether the laws held, which is also the exit status.
var minutes = double.Parse(args.ElementAtOrDefault(0) ?? "15", CultureInfo.InvariantCulture);
var seed = int.Parse(args.ElementAtOrDefault(1) ?? "20261123", CultureInfo.InvariantCulture);

await using var server = await SqldServer.StartAsync();
await using var network = new FaultyNetwork(server.Url);
var figures = new Figures();
await using var clinic = await SoakClinic.OpenAsync(server.Url, network.Url, figures);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SoakClinic.Clients} clients for {minutes} minutes, seed {seed}."));

network.Judge = FaultyNetwork.Random(seed, 0.02);
using var ending = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
var kills = Killer.RunAsync(server, seed, ending.Token);
await clinic.WorkAsync(seed, ending.Token);
var killed = await kills;
network.Judge = _ => NetworkFault.None;
// What the network delivers late has arrived by then.
await Task.Delay(1000);

figures.Print();
Console.WriteLine($"{network.Faults} of {network.Requests} requests met a fault; the server was killed {killed} times.");
var broken = await clinic.CheckAsync();
foreach (var law in broken) Console.WriteLine($"BROKEN: {law}");
Console.WriteLine(broken.Count == 0 ? "Every law holds." : $"{broken.Count} laws are broken.");
return broken.Count == 0 ? 0 : 1;
