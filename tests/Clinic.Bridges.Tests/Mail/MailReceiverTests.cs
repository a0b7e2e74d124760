using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Bridges.Mail;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Tests.Mail;

public class MailReceiverTests
{
    private static readonly StockQuantity Thirty = StockQuantity.Of(30, 0);
    private static readonly LotId Lot = new(Guid.CreateVersion7());
    private static readonly LocationId Store = new(Guid.CreateVersion7());
    private static readonly PresentationId Presentation = new(Guid.CreateVersion7());

    public static TheoryData<string, string, string> Events => new()
    {
        { PharmacyEvents.LotRecalled, "Lote L-1 retirado del mercado", "Lot L-1 recalled" },
        { PharmacyEvents.LotStatusChanged, "Lote L-1: en cuarentena", "Lot L-1: quarantined" },
        { PharmacyEvents.ReservationReleased, "Reserva liberada", "Reservation released" },
        { PharmacyEvents.CountDiffers, "Diferencia en un conteo", "A count differs" },
        { PharmacyEvents.TransferLost, "Mercadería perdida en un traslado", "Goods lost in a transfer" },
        { PharmacyEvents.CountDue, "Conteo pendiente de un controlado: lote L-1", "Controlled lot L-1 is due for a count" },
        { PharmacyEvents.RecallOpened, "Retiro abierto: 2 lotes, 3 destinatarios", "Recall opened: 2 lots, 3 recipients" },
        { PharmacyEvents.AlertRaised, "Alertas de farmacia: 2", "Pharmacy alerts: 2" },
        { PharmacyEvents.AlertEscalated, "Alerta de farmacia sin respuesta (nivel 1)", "Pharmacy alert not answered (level 1)" },
        { PharmacyEvents.SaleReceiptRequested, "Recibo de venta solicitado", "Sales receipt requested" },
        { PharmacyEvents.RequisitionSubmitted, "Pedido 2026-000042: espera aprobación", "Requisition 2026-000042: waits for approval" },
        { PharmacyEvents.RequisitionApproved, "Pedido 2026-000042: aprobado", "Requisition 2026-000042: approved" },
        { PharmacyEvents.RequisitionReturned, "Pedido 2026-000042: devuelto para cambios", "Requisition 2026-000042: sent back for changes" },
        { PharmacyEvents.RequisitionRejected, "Pedido 2026-000042: rechazado", "Requisition 2026-000042: rejected" },
        { PharmacyEvents.RequisitionDispatched, "Pedido 2026-000042: despachado", "Requisition 2026-000042: dispatched" },
        { PharmacyEvents.RequisitionReceived, "Pedido 2026-000042: recibido", "Requisition 2026-000042: received" },
        { PharmacyEvents.RequisitionShort, "Pedido 2026-000042: llegó incompleto", "Requisition 2026-000042: arrived short" },
        { "billing.unheard-of", "Aviso: billing.unheard-of", "Notice: billing.unheard-of" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Every_event_of_the_pharmacy_has_a_text_in_both_languages(string type, string spanish, string english)
    {
        var (es, en) = (await MailAsync(type, "es"), await MailAsync(type, "en"));

        Assert.Equal(spanish, es.Subject);
        Assert.Equal(english, en.Subject);
        Assert.Contains("2026-03-02T15:00:00Z", es.Text, StringComparison.Ordinal);
        Assert.Contains("Automatic message", en.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", es.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_that_the_pharmacy_names_is_tried_here() =>
        Assert.Equal(typeof(PharmacyEvents).GetFields().Select(f => (string)f.GetValue(null)!).Order(), Events.Select(e => e.Data.Item1).Where(t => t.StartsWith("pharmacy.", StringComparison.Ordinal)).Order());

    [Fact]
    public async Task Figures_of_a_recall_are_in_the_mail()
    {
        var mail = await MailAsync(PharmacyEvents.LotRecalled, "es");

        Assert.Contains("En la clínica: 30", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Motivo: alerta 7", mail.Text, StringComparison.Ordinal);
        Assert.Equal(["todos@example.org"], mail.To);
    }

    [Fact]
    public async Task Recipients_follow_the_type_of_the_event()
    {
        var options = new MailOptions();
        options.Recipients[PharmacyEvents.LotRecalled] = ["jefa@example.org"];
        var sender = new Sender();
        var receiver = new MailReceiver(sender, Options.Create(options));

        await receiver.ReceiveAsync(Event(PharmacyEvents.LotRecalled), Installation.Stop);
        await receiver.ReceiveAsync(Event(PharmacyEvents.CountDiffers), Installation.Stop);

        Assert.Equal(["jefa@example.org"], Assert.Single(sender.Mails).To);
    }

    [Fact]
    public void Addresses_that_are_none_are_refused_at_start()
    {
        var options = new MailOptions();
        options.Recipients["*"] = ["nobody at all", "a@example.org\r\nBcc: x@example.org"];

        Assert.Equal(2, options.Validate(new(options)).Count());
    }

    private static async Task<OutgoingMail> MailAsync(string type, string language)
    {
        var options = new MailOptions { Language = language };
        options.Recipients[MailOptions.AnyEvent] = ["todos@example.org"];
        var sender = new Sender();
        await new MailReceiver(sender, Options.Create(options)).ReceiveAsync(Event(type), Installation.Stop);
        return Assert.Single(sender.Mails);
    }

    private static OutboxEvent Event(string type) =>
        new(Guid.CreateVersion7(), Installation.Tenant, type, JsonSerializer.Serialize(Content(type), ClinicJson.Options), Instant.FromUtc(2026, 3, 2, 15, 0), 0);

    private static object Content(string type) => type switch
    {
        PharmacyEvents.LotRecalled => new LotRecalled(Presentation, new LotNumber("L-1"), [Lot], Thirty, Thirty, "alerta 7"),
        PharmacyEvents.LotStatusChanged => new LotStatusChanged(Lot, new LotNumber("L-1"), LotStatus.Approved, LotStatus.Quarantined, "doubt"),
        PharmacyEvents.ReservationReleased => new ReservationReleased(new(Guid.CreateVersion7()), "ward 3", Presentation, [new(Lot, Store, Thirty)], "count"),
        PharmacyEvents.CountDiffers => new CountDiffers(new(Guid.CreateVersion7()), Lot, Store, Thirty, StockQuantity.Of(28, 0)),
        _ when type.StartsWith("pharmacy.requisition-", StringComparison.Ordinal) =>
            new RequisitionNotice(new(Guid.CreateVersion7()), "2026-000042", new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new TransferId(Guid.CreateVersion7())),
        PharmacyEvents.TransferLost => new TransferLost(new(Guid.CreateVersion7()), Store, Store, [new(Lot, Presentation, Thirty, StockQuantity.Zero(0), Thirty)], "never came"),
        PharmacyEvents.CountDue => new CountDueNotice(Lot, new LotNumber("L-1"), Presentation, Store, null, Instant.FromUtc(2026, 3, 1, 0, 0)),
        PharmacyEvents.RecallOpened => new RecallOpened(new(Guid.CreateVersion7()), RecallUrgency.ClassI, 2, 3, "alerta 7", null),
        PharmacyEvents.AlertRaised => new AlertsRaised([new(Guid.CreateVersion7()), new(Guid.CreateVersion7())]),
        PharmacyEvents.AlertEscalated => new AlertEscalated(new(Guid.CreateVersion7()), 1),
        PharmacyEvents.SaleReceiptRequested => new SaleReceiptRequested(new(Guid.CreateVersion7()), "es"),
        _ => new { },
    };

    private sealed class Sender : IMailSender
    {
        public List<OutgoingMail> Mails { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Mails.Add(mail);
            return Task.CompletedTask;
        }
    }
}
