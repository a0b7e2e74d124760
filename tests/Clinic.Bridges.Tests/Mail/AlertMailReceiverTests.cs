using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Bridges.Mail;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Tests.Mail;

public sealed class AlertMailReceiverTests : IDisposable
{
    private readonly Sent sent = new();
    private readonly Installation clinic = new(s => s.AddClinicPharmacy().WithAlerts(o => o.Recipients.Add("general@clinica.ec")));

    public void Dispose() => clinic.Dispose();

    [Theory]
    [InlineData("es", "2 alertas de farmacia", "Vencimiento (advertencia): Ibuprofeno, frasco", "existencia: 12")]
    [InlineData("en", "2 pharmacy alerts", "Expiry (warning): Ibuprofeno, frasco", "on hand: 12")]
    public async Task Each_person_gets_one_mail_of_a_scan_and_the_same_when_the_event_comes_again(string language, string subject, string headline, string fact)
    {
        var rule = await RuleAsync(["Jefa@clinica.ec", "jefa@clinica.ec", "bodega@clinica.ec"]);
        var product = await PresentationAsync();
        var (first, second, general) = (await AlertAsync("expiry/a", rule, product), await AlertAsync("expiry/b", rule), await AlertAsync("expiry/c", null));
        var raised = Event(PharmacyEvents.AlertRaised, new AlertsRaised([first, second, general]));

        await Receiver(language).ReceiveAsync(raised, Installation.Stop);
        await Receiver(language).ReceiveAsync(raised, Installation.Stop);

        Assert.Equal(["bodega@clinica.ec", "general@clinica.ec", "Jefa@clinica.ec"], sent.Mails.Take(3).Select(m => Assert.Single(m.To)));
        Assert.Equal(sent.Mails.Take(3).Select(m => (m.Id, m.Subject, m.Text)), sent.Mails.Skip(3).Select(m => (m.Id, m.Subject, m.Text)));
        Assert.Equal(3, sent.Mails.Select(m => m.Id).Distinct().Count());
        Assert.Equal((subject, "farmacia@clinica.ec"), (sent.Mails[0].Subject, sent.Mails[0].From));
        Assert.Contains(headline, sent.Mails[0].Text, StringComparison.Ordinal);
        Assert.Contains(fact, sent.Mails[0].Text, StringComparison.Ordinal);
        Assert.Contains(second.ToString(), sent.Mails[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(general.ToString(), sent.Mails[0].Text, StringComparison.Ordinal);
        Assert.Contains(general.ToString(), sent.Mails[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "primera@clinica.ec")]
    [InlineData(2, "segunda@clinica.ec")]
    public async Task An_escalation_is_told_to_the_people_of_its_step_only(int level, string to)
    {
        var rule = await RuleAsync(["jefa@clinica.ec"], "primera@clinica.ec", "segunda@clinica.ec");
        var alert = await AlertAsync("expiry/a", rule);

        await Receiver("es").ReceiveAsync(Event(PharmacyEvents.AlertEscalated, new AlertEscalated(alert, level)), Installation.Stop);

        var mail = Assert.Single(sent.Mails);
        Assert.Equal([to], mail.To);
        Assert.Equal($"Sin respuesta (nivel {level}): Vencimiento", mail.Subject);
    }

    [Fact]
    public async Task What_is_over_by_now_says_so()
    {
        var id = await AlertAsync("expiry/a", null);
        var alert = (await clinic.Get<IAlertStore>().FindAsync(Installation.Tenant, id, Installation.Stop))!;
        await CommitAsync(alert.Fact, unit => clinic.Get<IAlertStore>().Save(unit, alert.CauseGone(clinic.Clock.Now)));

        await Receiver("es").ReceiveAsync(Event(PharmacyEvents.AlertRaised, new AlertsRaised([id])), Installation.Stop);

        Assert.Contains("[ya resuelta]", Assert.Single(sent.Mails).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nobody_is_named()
    {
        var (rule, alert) = (await RuleAsync([]), await AlertAsync("expiry/a", null));
        var silent = await AlertAsync("expiry/b", rule);
        var receiver = Receiver("es");

        await receiver.ReceiveAsync(Event(PharmacyEvents.AlertRaised, new AlertsRaised([silent])), Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.AlertRaised, new AlertsRaised([new(Guid.CreateVersion7())])), Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.AlertRaised, new AlertsRaised([alert])) with { Tenant = new(Guid.CreateVersion7()) }, Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.AlertEscalated, new AlertEscalated(alert, 1)), Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.AlertEscalated, new AlertEscalated(silent, 1)), Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.CountDiffers, new { }), Installation.Stop);

        Assert.Empty(sent.Mails);
    }

    [Fact]
    public void Registering_twice_gives_the_receiver_once()
    {
        using var twice = new Installation(s =>
        {
            s.AddClinicPharmacy().WithAlerts();
            s.AddClinicMail().WithAlertMails().UsePickupFolder("mail");
            s.AddClinicMail().WithAlertMails().UsePickupFolder("mail");
        });

        Assert.Single(twice.Get<IEnumerable<IOutboxReceiver>>().OfType<AlertMailReceiver>());
    }

    private AlertMailReceiver Receiver(string language) => new(
        sent, clinic.Get<IAlertStore>(), clinic.Get<IAlertRuleStore>(), clinic.Get<IPresentationStore>(),
        Options.Create(new MailOptions { From = "farmacia@clinica.ec", Language = language }), clinic.Get<IOptions<AlertOptions>>());

    private async Task<AlertRuleId> RuleAsync(IReadOnlyList<string> to, params string[] steps)
    {
        var rule = AlertRule.Restore(new(
            new(Guid.CreateVersion7()), AlertKind.Expiry, AlertScope.Any, new(), new(to, []),
            [.. steps.Select((s, i) => new AlertEscalation(Duration.FromHours(i + 1), new([s], [])))], true, false, 1));
        await CommitAsync(rule.Fact, unit => clinic.Get<IAlertRuleStore>().Add(unit, rule));
        return rule.Id;
    }

    private async Task<AlertId> AlertAsync(string cause, AlertRuleId? rule, PresentationId? about = null)
    {
        var alert = Alert.Raise(
            new(Guid.CreateVersion7()), new(cause, AlertKind.Expiry, AlertSeverity.Warning, new(Presentation: about), rule, true, [new("onHand", "12")], []), 1, clinic.Clock.Now, []);
        await CommitAsync(alert.Fact, unit => clinic.Get<IAlertStore>().Add(unit, alert));
        return alert.Id;
    }

    private async Task<PresentationId> PresentationAsync()
    {
        var site = await clinic.OpenAsync();
        var x = new CommandContext(Installation.Tenant, site, new Actor(new(Guid.CreateVersion7()), [Role.Pharmacist], []), "test", clinic.Get<IIdGenerator>().Next<CommandId>());
        var medication = await clinic.Get<MedicationCatalogue>().AddAsync(
            x, new(new("IBU", "Ibuprofeno", "suspension", [new("ibuprofen", new(100, UnitCode.Milligram))])), Installation.Stop);
        var added = await clinic.Get<PresentationCatalogue>().AddAsync(
            x with { Command = clinic.Get<IIdGenerator>().Next<CommandId>() }, new(new(medication.Id, "IBU-FR", "Ibuprofeno, frasco", new UnitCode("{bottle}"), 0, [new("box", 12)])), Installation.Stop);
        return added.Id;
    }

    private Task<string> CommitAsync(FactKey fact, Action<IUnit> stage) => clinic.Get<IUnitOfWork>().RunAsync(clinic.X(), new Setup(), (unit, _) =>
    {
        stage(unit);
        unit.Audit("test", fact);
        return Task.FromResult("done");
    }, Installation.Stop);

    private static OutboxEvent Event(string type, object content) =>
        new(Guid.CreateVersion7(), Installation.Tenant, type, JsonSerializer.Serialize(content, ClinicJson.Options), Instant.FromUtc(2026, 3, 2, 15, 0), 0);

    private sealed class Sent : IMailSender
    {
        public List<OutgoingMail> Mails { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Mails.Add(mail);
            return Task.CompletedTask;
        }
    }

    private sealed record Setup : ICommand<string>
    {
        public string Name => "test.setup";

        public void Describe(IPayloadWriter payload) => payload.Write("what", "one");
    }
}
