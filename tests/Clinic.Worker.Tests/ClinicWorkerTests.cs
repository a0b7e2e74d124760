using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Clinic.Worker.Tests;

public sealed class ClinicWorkerTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    private static readonly string[] Jobs =
    [
        "clinic.audit-sealing", "clinic.backup", "clinic.conversation-purge", "clinic.outbox-delivery", "dispensing.hold-expiry", "dispensing.lapsed-requests",
        "dispensing.late-authorisations", "dispensing.overdue-use", "dispensing.ticket-escalation", "dispensing.unconfirmed-receipts",
        "emergency.alerts", "emergency.invoices",
        "pharmacy.alert-escalation", "pharmacy.alerts", "pharmacy.count-due", "pharmacy.invoices", "pharmacy.recall-sweep",
        "pharmacy.reservation-expiry",
        "transcription.lost-recordings", "transcription.reapply-erasures", "transcription.reports", "transcription.retention", "transcription.rotate-keys", "transcription.search-upkeep", "transcription.work",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("clinic-worker-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_brings_the_database_up_runs_every_job_and_puts_mails_into_the_folder()
    {
        using var host = Build("Development", "--Clinic:Jobs:LookEvery=00:00:00.05", "--Clinic:Mail:Recipients:*:0=farmacia@example.org", "--Clinic:RunJobs=false");
        await host.StartAsync(Stop);
        var tenant = host.Services.GetRequiredService<ClinicSettings>().Tenant;
        await PublishAsync(host, tenant);

        var states = await UntilAsync(host, tenant);

        Assert.Equal(Jobs, states.Select(s => s.Name));
        Assert.All(states, s => Assert.Equal(0, s.Failures));
        await host.StopAsync(Stop);
        // Whoever gets every event gets the seals of the audit too.
        var mails = Directory.GetFiles(Path.Combine(folder, "clinic-data", "mail"), "*.eml").Select(File.ReadAllText).ToList();
        Assert.Single(mails, m => m.Contains("test.notice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_production_it_refuses_a_database_that_is_behind()
    {
        using var host = Build("Production", $"--Clinic:PayloadKeys:k1={Key}", $"--Clinic:AttachmentKeys:k1={Key}", $"--Clinic:AuditKeys:k1={Key}");

        var refused = await Assert.ThrowsAsync<SetupException>(() => host.StartAsync(Stop));

        Assert.Contains("Clinic.Api db up", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AttachmentKeys", "AuditKeys", "payload key")]
    [InlineData("PayloadKeys", "AuditKeys", "attachment key")]
    [InlineData("PayloadKeys", "AttachmentKeys", "audit key")]
    public async Task In_production_it_refuses_to_start_without_each_key(string given, string also, string missing)
    {
        using var host = Build("Production", $"--Clinic:{given}:k1={Key}", $"--Clinic:{also}:k1={Key}");

        Assert.Contains(missing, (await Assert.ThrowsAsync<SetupException>(() => host.StartAsync(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_production_it_records_with_a_key_to_sign_with_or_not_at_all()
    {
        var refused = Assert.Throws<SetupException>(() => Build(
            "Production", $"--Clinic:PayloadKeys:k1={Key}", $"--Clinic:AttachmentKeys:k1={Key}", $"--Clinic:AuditKeys:k1={Key}", $"--Clinic:TranscriptionKeys:k1={Key}"));

        Assert.Contains("No signature key is configured", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_nothing_to_do_in_memory() => Assert.Throws<SetupException>(() => Build("Development", "--Clinic:Storage=memory"));

    private static async Task PublishAsync(IHost host, TenantId tenant)
    {
        var ids = host.Services.GetRequiredService<IIdGenerator>();
        var x = new CommandContext(tenant, new SiteId(tenant.Value), Actor.System, "test", ids.Next<CommandId>());
        await host.Services.GetRequiredService<SiteAdministration>().AddAsync(x, new AddSite("Sede", "America/Guayaquil", Currency.Usd), Stop);
        await host.Services.GetRequiredService<IUnitOfWork>().RunAsync(x with { Command = ids.Next<CommandId>() }, new Notice(), (unit, _) =>
        {
            unit.Publish("test.notice", "{}");
            unit.Audit("test.noticed", new FactKey("test", tenant.Value));
            return Task.FromResult(true);
        }, Stop);
    }

    private static async Task<IReadOnlyList<JobState>> UntilAsync(IHost host, TenantId tenant)
    {
        var store = host.Services.GetRequiredService<IJobStore>();
        var outbox = host.Services.GetRequiredService<IOutbox>();
        for (var i = 0; ; i++)
        {
            var states = await store.ListAsync(tenant, Stop);
            if (i == 400 || (states.Count(s => s.LastReport is not null) == Jobs.Length && (await outbox.DepthAsync(tenant, Stop)).Waiting == 0)) return states;
            await Task.Delay(25, Stop);
        }
    }

    private IHost Build(string environment, params string[] settings) =>
        ClinicWorker.Build([$"--environment={environment}", $"--Clinic:DataSource={Path.Combine(folder, "clinic.db")}", "--Logging:LogLevel:Default=None", .. settings]);

    private sealed record Notice : ICommand<bool>
    {
        public string Name => "test.notice";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "one");
    }
}
