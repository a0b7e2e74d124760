using System.Collections.Concurrent;
using System.Diagnostics;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Storage.Turso;
using Clinic.Testing;
using Clinic.Testing.Histories;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Soak;

/// <summary>A clinic on a server with 20 clients, each with services of its own, and what they heard of their commands.</summary>
internal sealed class SoakClinic : IAsyncDisposable
{
    public const int Clients = 20;
    private const int Stock = 1_000_000;
    // The lots of the world are good then.
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 10, 15, 0);
    private static readonly PayloadKeyRing Keys = PayloadKeyRing.Random();

    private readonly string direct;
    private readonly Figures figures;
    private readonly FakeClock clock;
    private readonly List<ServiceProvider> providers = [];
    private readonly List<WardWorld> clients = [];

    private SoakClinic(string direct, Figures figures, FakeClock clock) => (this.direct, this.figures, this.clock) = (direct, figures, clock);

    /// <summary>The product that is issued directly; dispensing takes the others.</summary>
    public PresentationId Gauze { get; private set; }

    public Figures Figures => figures;

    /// <summary>Issues by command: the quantity, and whether it was acknowledged.</summary>
    public ConcurrentDictionary<CommandId, (int Quantity, bool Done)> Issues { get; } = [];

    /// <summary>Hand-overs that were acknowledged.</summary>
    public ConcurrentBag<DispensationId> HandedOver { get; } = [];

    /// <summary>Laws that were seen broken while working.</summary>
    public ConcurrentBag<string> Broken { get; } = [];

    /// <summary>Who runs a job now; more than one is a broken law.</summary>
    public ConcurrentDictionary<string, string> Running { get; } = [];

    public static string NameOf(Exception e) => e is TursoException t ? t.Kind.ToString() : e is IRuleViolation ? "refused" : e.GetType().Name;

    public static async Task<SoakClinic> OpenAsync(string direct, string network, Figures figures)
    {
        var clock = new FakeClock(Start);
        var clinic = new SoakClinic(direct, figures, clock);
        var first = clinic.Provider(network);
        await first.GetRequiredService<TursoMigrator>().UpAsync();
        var world = new WardWorld(first, clock, new TenantId(Guid.CreateVersion7()));
        await world.OpenAsync(CancellationToken.None, Stock);
        var medication = await first.GetRequiredService<MedicationCatalogue>().AddAsync(
            world.As(WardPeople.Pharmacist), new(new("GAS", "GAS", "form", [new Ingredient("cotton", new(1, UnitCode.Milligram))])));
        clinic.Gauze = (await first.GetRequiredService<PresentationCatalogue>().AddAsync(
            world.As(WardPeople.Pharmacist), new(new(medication.Id, "GAS", "Gasa", UnitCode.Tablet)))).Id;
        await world.ReceiveAsync(clinic.Gauze, UnitCode.Tablet, "G1", new(2090, 1, 1), Stock, CancellationToken.None);
        clinic.clients.Add(world);
        while (clinic.clients.Count < Clients) clinic.clients.Add(world.SeenBy(clinic.Provider(network)));
        return clinic;
    }

    public async Task WorkAsync(int seed, CancellationToken ending)
    {
        var ticking = TickAsync(ending);
        await Task.WhenAll(clients.Select((c, i) => Task.Run(() => new SoakClient(this, c, new Random(seed + i)).RunAsync(ending), CancellationToken.None)));
        await ticking;
    }

    /// <summary>Settles what is open and looks at every law, past the network.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync()
    {
        var broken = Broken.ToList();
        var world = clients[0].SeenBy(Provider(direct));
        var settled = 0;
        foreach (var (command, issue) in Issues.Where(i => !i.Value.Done))
        {
            await SoakClient.IssueAsync(world, Gauze, command, issue.Quantity);
            settled++;
        }

        Console.WriteLine($"{Issues.Count} issues, {settled} of them settled by repeating them; {HandedOver.Count} hand-overs.");
        var gauze = (await world.Get<StockInquiries>().NowAsync(world.Tenant, new(Gauze), new(PageRequest.LargestSize), CancellationToken.None)).Items.Sum(s => s.OnHand.Value);
        if (gauze != Stock - Issues.Values.Sum(i => i.Quantity)) broken.Add($"{gauze} lie here, {Issues.Values.Sum(i => i.Quantity)} were issued of {Stock}");
        await LookAsync(broken, "dispensing", async () => await new WardLaws(world).CheckAsync(await DispensationsAsync(world), CancellationToken.None));
        foreach (var id in HandedOver)
        {
            var d = await world.LoadAsync(id, CancellationToken.None);
            if (d.HandOvers.Count != 1) broken.Add($"{id} was handed over, and is {d.Status} with {d.HandOvers.Count} hand-overs");
        }

        await OutboxAsync(broken, world);
        await using var source = new TursoDataSource($"Data Source={direct}");
        await using var connection = await source.OpenConnectionAsync();
        foreach (var (sql, law) in Laws)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 600;
            if (await command.ExecuteScalarAsync() is { } found && !found.Equals("ok") && !found.Equals(0L)) broken.Add($"{law}: {found}");
        }

        return broken;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in providers) await provider.DisposeAsync();
    }

    private static readonly (string Sql, string Law)[] Laws =
    [
        ("PRAGMA integrity_check", "the file is whole"),
        ("SELECT count(*) FROM pragma_foreign_key_check", "no row names a missing one"),
        ("SELECT count(*) FROM commands WHERE tenant_id || id NOT IN (SELECT tenant_id || command_id FROM audit_log WHERE outcome = 'accepted')", "every command has its audit entry"),
    ];

    private static async Task LookAsync(List<string> broken, string what, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (LawBrokenException e)
        {
            broken.Add($"{what}: {e.Message}");
        }
    }

    // At least once: nothing may be left that nobody will deliver.
    private async Task OutboxAsync(List<string> broken, WardWorld world)
    {
        clock.Advance(Duration.FromHours(1));
        var outbox = world.Get<IOutbox>();
        while (await outbox.LeaseAsync(world.Tenant, clock.Now, clock.Now + Duration.FromMinutes(1), 500, CancellationToken.None) is { Count: > 0 } events)
        {
            foreach (var e in events) await outbox.DeliveredAsync(world.Tenant, e.Id, clock.Now, CancellationToken.None);
        }

        var depth = await outbox.DepthAsync(world.Tenant, CancellationToken.None);
        if (depth.Waiting != 0 || depth.Undeliverable != 0) broken.Add($"events are left: {depth}");
    }

    private static async Task<List<DispensationId>> DispensationsAsync(WardWorld world)
    {
        var all = new List<DispensationId>();
        string? after = null;
        do
        {
            var page = await world.Get<IDispensationStore>().ListAsync(world.Tenant, new(), new(PageRequest.LargestSize, after), CancellationToken.None);
            all.AddRange(page.Items.Select(d => d.Id));
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private async Task TickAsync(CancellationToken ending)
    {
        var started = Stopwatch.GetTimestamp();
        while (!ending.IsCancellationRequested)
        {
            clock.Now = Start + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started));
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private ServiceProvider Provider(string url)
    {
        var services = new ServiceCollection();
        WardWorld.Configure(services, clock);
        // Twenty clients share a few people, whose PINs are judged at the same time.
        services.AddClinicAdministration(o => (o.AttemptsPerPerson, o.AttemptsPerDevice) = (100, 1000));
        services.AddSingleton(Keys);
        services.AddClinicPharmacy().UseTurso(o => o.DataSource = url);
        services.AddClinicDispensing().UseTurso().UsePharmacyStock();
        providers.Add(services.BuildServiceProvider());
        return providers[^1];
    }
}
