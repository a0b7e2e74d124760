using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Bridges.Mail;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Tests.Mail;

public sealed class StayAlertMailReceiverTests : IDisposable
{
    private readonly Sent sent = new();
    private readonly Installation clinic = new(s => s.AddClinicEmergencyBilling().UseInMemory());

    public void Dispose() => clinic.Dispose();

    [Theory]
    [InlineData("es", 1, "reception", "recepcion@clinica.ec", "Emergencia: sin alta por más de 4:00 h (nivel 1)", "Avisado: reception")]
    [InlineData("en", 1, "reception", "recepcion@clinica.ec", "Emergency: not discharged for more than 4:00 h (level 1)", "Told: reception")]
    [InlineData("es", 2, "Supervisor", "jefa@clinica.ec", "Emergencia, sin respuesta: sin alta por más de 4:00 h (nivel 1)", "Avisado: Supervisor")]
    [InlineData("en", 2, "Supervisor", "jefa@clinica.ec", "Emergency, not answered: not discharged for more than 4:00 h (level 1)", "Told: Supervisor")]
    public async Task Who_is_told_gets_one_mail_and_the_same_when_the_event_comes_again(string language, int told, string target, string to, string subject, string line)
    {
        var alert = await AlertAsync();
        var occurrence = Event(alert, told, target);

        await Receiver(language).ReceiveAsync(occurrence, Installation.Stop);
        await Receiver(language).ReceiveAsync(occurrence, Installation.Stop);

        Assert.Equal([to, to], sent.Mails.Select(m => Assert.Single(m.To)));
        Assert.Equal((sent.Mails[0].Id, sent.Mails[0].Text), (sent.Mails[1].Id, sent.Mails[1].Text));
        Assert.Equal((subject, "clinica@clinica.ec"), (sent.Mails[0].Subject, sent.Mails[0].From));
        Assert.Contains(line, sent.Mails[0].Text, StringComparison.Ordinal);
        Assert.Contains(alert.Stay.ToString(), sent.Mails[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StayAlertStatus.Cleared, "es", "Estado: ya terminada")]
    [InlineData(StayAlertStatus.Cleared, "en", "Status: over by now")]
    [InlineData(StayAlertStatus.Acknowledged, "es", "Estado: ya atendida")]
    [InlineData(StayAlertStatus.Acknowledged, "en", "Status: somebody looks after it")]
    public async Task What_was_answered_or_ended_meanwhile_says_so(StayAlertStatus status, string language, string line)
    {
        var alert = await AlertAsync(status);

        await Receiver(language).ReceiveAsync(Event(alert, 1, "reception"), Installation.Stop);

        Assert.Contains(line, Assert.Single(sent.Mails).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nobody_is_named_or_the_alert_is_not_ours()
    {
        var alert = await AlertAsync();
        var receiver = Receiver("es");

        await receiver.ReceiveAsync(Event(alert, 1, "nurse"), Installation.Stop);
        await receiver.ReceiveAsync(Event(alert, 1, "reception") with { Tenant = new(Guid.CreateVersion7()) }, Installation.Stop);
        await receiver.ReceiveAsync(Event(alert, 1, "reception") with { Type = EmergencyEvents.StayClosed }, Installation.Stop);

        Assert.Empty(sent.Mails);
    }

    [Theory]
    [InlineData(AlertClock.Billable, "es", "tiempo facturable de más de 0:20:05 h")]
    [InlineData(AlertClock.SinceTriage, "es", "desde la clasificación, más de 0:20:05 h")]
    [InlineData(AlertClock.Paused, "es", "en pausa por más de 0:20:05 h")]
    [InlineData(AlertClock.Billable, "en", "billable time of more than 0:20:05 h")]
    [InlineData(AlertClock.SinceTriage, "en", "since triage, more than 0:20:05 h")]
    [InlineData(AlertClock.Paused, "en", "paused for more than 0:20:05 h")]
    public async Task A_mail_about_every_event_says_which_clock_stands_over_what(AlertClock clock, string language, string words)
    {
        var alert = await AlertAsync();
        var content = new StayAlertHappening(alert.Id, alert.Stay, alert.Site, "X", 1, clock, 1205, 1, "reception");
        var options = new MailOptions { Language = language };
        options.Recipients.Add(MailOptions.AnyEvent, ["todo@clinica.ec"]);

        await new MailReceiver(sent, Options.Create(options)).ReceiveAsync(Event(alert, 1, "reception") with { Json = JsonSerializer.Serialize(content, ClinicJson.Options) }, Installation.Stop);

        Assert.Contains(words, Assert.Single(sent.Mails).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Registering_twice_gives_the_receiver_once()
    {
        using var twice = new Installation(s =>
        {
            s.AddClinicEmergencyBilling().UseInMemory();
            s.AddClinicMail().WithStayAlertMails().UsePickupFolder("mail");
            s.AddClinicMail().WithStayAlertMails().UsePickupFolder("mail");
        });

        Assert.Single(twice.Get<IEnumerable<IOutboxReceiver>>().OfType<StayAlertMailReceiver>());
    }

    private static OutboxEvent Event(StayAlert alert, int told, string target) => new(
        new Guid("0190f0c0-0000-7000-8000-0000000000e1"), Installation.Tenant, told == 1 ? EmergencyEvents.StayAlertRaised : EmergencyEvents.StayAlertEscalated,
        JsonSerializer.Serialize(new StayAlertHappening(alert.Id, alert.Stay, alert.Site, alert.Code, alert.Level, alert.Clock, 14_400, told, target), ClinicJson.Options), alert.RaisedAt, 0);

    private StayAlertMailReceiver Receiver(string language)
    {
        var options = new MailOptions { From = "clinica@clinica.ec", Language = language };
        options.Recipients.Add("emergency.stay-alert/reception", ["recepcion@clinica.ec", "Recepcion@clinica.ec"]);
        options.Recipients.Add("emergency.stay-alert/supervisor", ["jefa@clinica.ec"]);
        return new(sent, clinic.Get<IStayAlertStore>(), Options.Create(options));
    }

    private async Task<StayAlert> AlertAsync(StayAlertStatus status = StayAlertStatus.Open)
    {
        var (stay, site, now) = (new StayId(Guid.CreateVersion7()), new SiteId(Guid.CreateVersion7()), clinic.Clock.Now);
        var alert = new StayAlert
        {
            Id = new(Guid.CreateVersion7()),
            Stay = stay,
            Site = site,
            Code = "LONG-STAY",
            Level = 1,
            Clock = AlertClock.Presence,
            Threshold = Duration.FromHours(4),
            DueAt = now,
            RaisedAt = now,
            Escalation = ["reception", "Supervisor"],
            EscalateAfter = Duration.FromMinutes(15),
            Told = 1,
            Status = status,
        };
        await clinic.Get<IUnitOfWork>().RunAsync(clinic.X(), new Setup(), (unit, _) =>
        {
            clinic.Get<IStayAlertStore>().Save(unit, null, StayWatch.Restore(new(stay, site, true, null, null, [alert], 1)));
            unit.Audit("test", StayWatch.FactOf(stay));
            return Task.FromResult("done");
        }, Installation.Stop);
        return alert;
    }

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
        public string Name => "test";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "");
    }
}
