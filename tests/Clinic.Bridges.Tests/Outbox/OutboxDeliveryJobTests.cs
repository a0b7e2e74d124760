using System.Collections.Concurrent;
using Clinic.Abstractions;
using Clinic.Bridges.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Outbox;

public class OutboxDeliveryJobTests
{
    [Fact]
    public async Task Every_receiver_gets_every_event_in_the_order_of_the_commits()
    {
        var (first, second) = (new Receiver("first"), new Receiver("second"));
        using var clinic = Clinic(first, second);
        for (var i = 0; i < 120; i++) await clinic.PublishAsync($"test.{i:000}");

        var report = await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop);

        Assert.Equal(new JobReport(120), report);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"test.{i:000}"), first.Types);
        Assert.Equal(first.Types, second.Types);
        Assert.Equal(new OutboxDepth(0, 0), await DepthAsync(clinic));
    }

    [Fact]
    public async Task A_receiver_that_is_out_of_order_keeps_nothing_from_the_others()
    {
        var (broken, sound) = (new Receiver("broken") { IsBroken = true }, new Receiver("sound"));
        using var clinic = Clinic(broken, sound);
        await clinic.PublishAsync("test.one");

        var report = await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop);

        Assert.Equal(new JobReport(0, 1, "broken: InvalidOperationException"), report);
        Assert.Equal(["test.one"], sound.Types);
        Assert.Equal(new OutboxDepth(1, 0), await DepthAsync(clinic));
    }

    [Fact]
    public async Task A_failed_event_waits_longer_each_time_and_is_brought_when_the_receiver_works_again()
    {
        var receiver = new Receiver("flaky") { IsBroken = true };
        using var clinic = Clinic(receiver);
        await clinic.PublishAsync("test.one");
        var job = Job(clinic);

        await job.RunOnceAsync(Installation.Tenant, Installation.Stop);
        Assert.Equal(JobReport.Nothing, await job.RunOnceAsync(Installation.Tenant, Installation.Stop));
        clinic.Clock.Advance(Duration.FromSeconds(5));
        Assert.Equal(1, (await job.RunOnceAsync(Installation.Tenant, Installation.Stop)).Failed);
        clinic.Clock.Advance(Duration.FromSeconds(4));
        Assert.Equal(JobReport.Nothing, await job.RunOnceAsync(Installation.Tenant, Installation.Stop));
        clinic.Clock.Advance(Duration.FromSeconds(6));
        receiver.IsBroken = false;

        Assert.Equal(new JobReport(1), await job.RunOnceAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(new OutboxDepth(0, 0), await DepthAsync(clinic));
    }

    [Fact]
    public async Task After_the_last_attempt_the_event_is_kept_as_undeliverable()
    {
        using var clinic = Clinic(new Receiver("broken") { IsBroken = true });
        await clinic.PublishAsync("test.one");
        var job = Job(clinic);

        for (var i = 0; i < 16; i++)
        {
            Assert.Equal(1, (await job.RunOnceAsync(Installation.Tenant, Installation.Stop)).Failed);
            clinic.Clock.Advance(Duration.FromHours(1));
        }

        Assert.Equal(JobReport.Nothing, await job.RunOnceAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(new OutboxDepth(0, 1), await DepthAsync(clinic));
    }

    [Fact]
    public async Task A_crash_between_delivery_and_its_note_brings_the_event_again()
    {
        var receiver = new Receiver("mail");
        using var clinic = Clinic(receiver);
        await clinic.PublishAsync("test.one");
        var crashing = new CrashingOutbox(clinic.Get<IOutbox>());
        var job = new OutboxDeliveryJob(
            crashing, [receiver], clinic.Clock, Microsoft.Extensions.Options.Options.Create(new OutboxDeliveryOptions()),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxDeliveryJob>.Instance);

        await Assert.ThrowsAsync<InvalidOperationException>(() => job.RunOnceAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(JobReport.Nothing, await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop));
        clinic.Clock.AdvanceMinutes(3);
        await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop);

        Assert.Equal(2, receiver.Ids.Count);
        Assert.Single(receiver.Ids.Distinct());
        Assert.Equal(new OutboxDepth(0, 0), await DepthAsync(clinic));
    }

    [Fact]
    public async Task Two_deliverers_at_once_share_the_events()
    {
        var receiver = new Receiver("mail");
        using var clinic = Clinic(receiver);
        for (var i = 0; i < 200; i++) await clinic.PublishAsync($"test.{i}");

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop), Installation.Stop)));

        Assert.Equal(200, reports.Sum(r => r.Done));
        Assert.Equal(200, receiver.Ids.Distinct().Count());
        Assert.Equal(200, receiver.Ids.Count);
    }

    [Fact]
    public async Task Without_a_receiver_events_stay()
    {
        using var clinic = Clinic();
        await clinic.PublishAsync("test.one");

        Assert.Equal(JobReport.Nothing, await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(new OutboxDepth(1, 0), await DepthAsync(clinic));
    }

    [Fact]
    public async Task Slow_receivers_leave_the_rest_of_a_batch_to_the_next_lease()
    {
        Installation? clinic = null;
        var receiver = new Receiver("slow") { OnReceive = () => clinic!.Clock.Advance(Duration.FromSeconds(40)) };
        using (clinic = Clinic(receiver))
        {
            for (var i = 0; i < 5; i++) await clinic.PublishAsync($"test.{i}");

            Assert.Equal(2, (await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop)).Done);

            clinic.Clock.AdvanceMinutes(2);
            Assert.Equal(2, (await Job(clinic).RunOnceAsync(Installation.Tenant, Installation.Stop)).Done);
            Assert.Equal(4, receiver.Ids.Distinct().Count());
        }
    }

    private static Installation Clinic(params IOutboxReceiver[] receivers) => new(s =>
    {
        foreach (var receiver in receivers) s.AddSingleton(receiver);
        s.AddClinicJobs(o => o.RunHere = false);
    });

    private static OutboxDeliveryJob Job(Installation clinic) => clinic.Get<IEnumerable<IClinicJob>>().OfType<OutboxDeliveryJob>().Single();

    private static Task<OutboxDepth> DepthAsync(Installation clinic) => clinic.Get<IOutbox>().DepthAsync(Installation.Tenant, Installation.Stop);

    private sealed class Receiver(string name) : IOutboxReceiver
    {
        private readonly ConcurrentQueue<OutboxEvent> events = new();

        public bool IsBroken { get; set; }

        public Action? OnReceive { get; init; }

        public string Name => name;

        public IReadOnlyList<string> Types => [.. events.Select(e => e.Type)];

        public IReadOnlyList<Guid> Ids => [.. events.Select(e => e.Id)];

        public Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
        {
            OnReceive?.Invoke();
            if (IsBroken) throw new InvalidOperationException("does not work");
            events.Enqueue(occurrence);
            return Task.CompletedTask;
        }
    }

    private sealed class CrashingOutbox(IOutbox inner) : IOutbox
    {
        public Task<IReadOnlyList<OutboxEvent>> LeaseAsync(TenantId tenant, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
            inner.LeaseAsync(tenant, now, until, most, cancellationToken);

        public Task DeliveredAsync(TenantId tenant, Guid eventId, Instant now, CancellationToken cancellationToken) => throw new InvalidOperationException("killed here");

        public Task FailedAsync(TenantId tenant, Guid eventId, string error, Instant? next, CancellationToken cancellationToken) =>
            inner.FailedAsync(tenant, eventId, error, next, cancellationToken);

        public Task<OutboxDepth> DepthAsync(TenantId tenant, CancellationToken cancellationToken) => inner.DepthAsync(tenant, cancellationToken);
    }
}
