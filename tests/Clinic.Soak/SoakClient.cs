using Clinic.Abstractions;
using Clinic.Dispensing.HandOvers;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Issuing;
using Clinic.Storage.Turso;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Soak;

/// <summary>One client: mixed work, one thing after the other, and no help after an error but the same command again.</summary>
internal sealed class SoakClient(SoakClinic clinic, WardWorld world, Random random)
{
    private const int MostTries = 20;
    private static readonly Duration Lease = Duration.FromSeconds(5);

    public async Task RunAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await OnceAsync(random.Next(100));
            }
            catch (Exception e) when (e is TursoException or ConcurrencyConflictException or IRuleViolation)
            {
                // Counted; the next piece of work comes.
            }
        }
    }

    public static Task<IssueAnswer> IssueAsync(WardWorld world, PresentationId presentation, CommandId command, int quantity) =>
        world.Get<StockIssuing>().IssueAsync(
            world.As(WardPeople.Pharmacist) with { Command = command },
            new IssueStock { From = world.Store, Lines = [new(presentation, new Quantity(quantity, UnitCode.Tablet))] });

    private Task OnceAsync(int dice) => dice switch
    {
        < 45 => ReadAsync(),
        < 75 => IssueAsync(),
        < 85 => HandOverAsync(),
        < 93 => JobAsync(),
        _ => OutboxAsync(),
    };

    private Task ReadAsync() => clinic.Figures.TakeAsync(
        "read", () => world.Get<StockInquiries>().NowAsync(world.Tenant, new(Location: world.Store), new(), CancellationToken.None));

    private async Task IssueAsync()
    {
        var command = world.Get<IIdGenerator>().Next<CommandId>();
        var quantity = random.Next(1, 4);
        clinic.Issues[command] = (quantity, false);
        await clinic.Figures.TakeAsync("issue", () => IssueAsync(world, clinic.Gauze, command, quantity));
        clinic.Issues[command] = (quantity, true);
    }

    private async Task HandOverAsync()
    {
        var id = await clinic.Figures.TakeAsync("prepare (7 commands)", () => world.ReadyAsync(CancellationToken.None, (world.Tablet, random.Next(1, 4), UnitCode.Tablet)));
        var x = world.As(WardPeople.Auxiliary);
        for (var left = MostTries; ; left--)
        {
            try
            {
                await clinic.Figures.TakeAsync("hand-over", () => world.Get<HandingOver>().HandOverAsync(x, world.HandingOver(id)));
                break;
            }
            catch (Exception e) when (left > 1 && e is TursoException or ConcurrencyConflictException)
            {
                // Nobody knows: the same command settles it.
            }
        }

        clinic.HandedOver.Add(id);
    }

    private async Task JobAsync()
    {
        var job = $"soak-{random.Next(3)}";
        var owner = Guid.NewGuid().ToString("N");
        var now = world.Now;
        if (!await clinic.Figures.TakeAsync("job lease", () => world.Get<IJobStore>().TryStartAsync(world.Tenant, job, owner, now, now + Lease, CancellationToken.None))) return;
        // Whoever was told of its lease too late has none.
        if (world.Now > now + (Lease / 2)) return;
        if (!clinic.Running.TryAdd(job, owner)) clinic.Broken.Add($"two clients run {job}");
        await Task.Delay(random.Next(1, 20));
        clinic.Running.TryRemove(job, out _);
        await clinic.Figures.TakeAsync("job end", async () =>
        {
            await world.Get<IJobStore>().FinishAsync(world.Tenant, job, owner, Duration.FromMilliseconds(10), new JobReport(1), world.Now, CancellationToken.None);
            return true;
        });
    }

    private async Task OutboxAsync()
    {
        var outbox = world.Get<IOutbox>();
        var events = await clinic.Figures.TakeAsync("outbox lease", () => outbox.LeaseAsync(world.Tenant, world.Now, world.Now + Lease, 10, CancellationToken.None));
        foreach (var e in events)
        {
            await clinic.Figures.TakeAsync("outbox delivered", async () =>
            {
                await outbox.DeliveredAsync(world.Tenant, e.Id, world.Now, CancellationToken.None);
                return true;
            });
        }
    }
}
