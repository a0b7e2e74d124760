using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Alerts;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Transfers;
using NodaTime.Text;

namespace Clinic.Bridges.Mail;

/// <summary>What a mail says about an event, in Spanish or English. Pure.</summary>
internal static class EventTexts
{
    /// <summary>Subject and text; a type that is not known here gets its name and id.</summary>
    public static (string Subject, string Text) Of(OutboxEvent e, string language)
    {
        var spanish = language == "es";
        var (subject, facts) = e.Type switch
        {
            PharmacyEvents.LotRecalled => Recalled(Read<LotRecalled>(e), spanish),
            PharmacyEvents.LotStatusChanged => StatusChanged(Read<LotStatusChanged>(e), spanish),
            PharmacyEvents.ReservationReleased => Released(Read<ReservationReleased>(e), spanish),
            PharmacyEvents.CountDiffers => Differs(Read<CountDiffers>(e), spanish),
            PharmacyEvents.CountDue => Due(Read<CountDueNotice>(e), spanish),
            PharmacyEvents.RecallOpened => Opened(Read<RecallOpened>(e), spanish),
            PharmacyEvents.TransferLost => Lost(Read<TransferLost>(e), spanish),
            PharmacyEvents.AlertRaised => Raised(Read<AlertsRaised>(e), spanish),
            PharmacyEvents.AlertEscalated => Escalated(Read<AlertEscalated>(e), spanish),
            PharmacyEvents.SaleReceiptRequested => Receipt(Read<SaleReceiptRequested>(e), spanish),
            PharmacyEvents.RequisitionSubmitted => Requisition(e, spanish, "espera aprobación", "waits for approval"),
            PharmacyEvents.RequisitionApproved => Requisition(e, spanish, "aprobado", "approved"),
            PharmacyEvents.RequisitionReturned => Requisition(e, spanish, "devuelto para cambios", "sent back for changes"),
            PharmacyEvents.RequisitionRejected => Requisition(e, spanish, "rechazado", "rejected"),
            PharmacyEvents.RequisitionDispatched => Requisition(e, spanish, "despachado", "dispatched"),
            PharmacyEvents.RequisitionReceived => Requisition(e, spanish, "recibido", "received"),
            PharmacyEvents.RequisitionShort => Requisition(e, spanish, "llegó incompleto", "arrived short"),
            EmergencyEvents.StayAlertRaised or EmergencyEvents.StayAlertEscalated => StayAlertTexts.Of(Read<StayAlertHappening>(e), null, language),
            PublishedSeal.EventType => Sealed(Read<PublishedSeal>(e), spanish),
            _ => (spanish ? $"Aviso: {e.Type}" : $"Notice: {e.Type}", ""),
        };
        var at = InstantPattern.General.Format(e.At);
        var end = spanish
            ? $"Ocurrió: {at} (UTC)\nAviso: {ClinicId.Text(e.Id)}\nMensaje automático; no responda."
            : $"Happened: {at} (UTC)\nNotice: {ClinicId.Text(e.Id)}\nAutomatic message; do not answer.";
        return (subject, facts.Length == 0 ? end : $"{facts}\n\n{end}");
    }

    private static (string, string) Raised(AlertsRaised e, bool spanish)
    {
        var lines = string.Join('\n', e.Alerts.Select(a => $"- {a}"));
        return spanish
            ? (FormattableString.Invariant($"Alertas de farmacia: {e.Alerts.Count}"), $"Alertas:\n{lines}")
            : (FormattableString.Invariant($"Pharmacy alerts: {e.Alerts.Count}"), $"Alerts:\n{lines}");
    }

    private static (string, string) Escalated(AlertEscalated e, bool spanish) => spanish
        ? (FormattableString.Invariant($"Alerta de farmacia sin respuesta (nivel {e.Level})"), $"Alerta: {e.Alert}")
        : (FormattableString.Invariant($"Pharmacy alert not answered (level {e.Level})"), $"Alert: {e.Alert}");

    private static (string, string) Receipt(SaleReceiptRequested e, bool spanish) => spanish
        ? ("Recibo de venta solicitado", $"Venta: {e.Sale}\nIdioma: {e.Language}")
        : ("Sales receipt requested", $"Sale: {e.Sale}\nLanguage: {e.Language}");

    private static (string, string) Sealed(PublishedSeal e, bool spanish) => spanish
        ? (FormattableString.Invariant($"Sello {e.Number} de la auditoría"), FormattableString.Invariant($"Clínica: {e.Tenant}\nEntradas: {e.From} a {e.To}\nClave: {e.KeyId}\nSello: {e.Hash}\nGuarde este mensaje: con él se comprueba que no falta nada."))
        : (FormattableString.Invariant($"Seal {e.Number} of the audit"), FormattableString.Invariant($"Clinic: {e.Tenant}\nEntries: {e.From} to {e.To}\nKey: {e.KeyId}\nSeal: {e.Hash}\nKeep this mail: it proves that nothing is missing."));

    private static (string, string) Recalled(LotRecalled e, bool spanish) => spanish
        ? ($"Lote {e.Number} retirado del mercado", $"Lote: {e.Number}\nPresentación: {e.Presentation}\nEn la clínica: {e.OnHand}\nEntregado y no devuelto: {e.HandedOut}\nMotivo: {e.Reason}")
        : ($"Lot {e.Number} recalled", $"Lot: {e.Number}\nPresentation: {e.Presentation}\nIn the clinic: {e.OnHand}\nHanded out and not returned: {e.HandedOut}\nReason: {e.Reason}");

    private static (string, string) StatusChanged(LotStatusChanged e, bool spanish) => spanish
        ? ($"Lote {e.Number}: {Status(e.To, spanish)}", $"Lote: {e.Number}\nAntes: {Status(e.From, spanish)}\nAhora: {Status(e.To, spanish)}\nMotivo: {e.Reason}")
        : ($"Lot {e.Number}: {Status(e.To, spanish)}", $"Lot: {e.Number}\nBefore: {Status(e.From, spanish)}\nNow: {Status(e.To, spanish)}\nReason: {e.Reason}");

    private static (string, string) Released(ReservationReleased e, bool spanish)
    {
        var lines = string.Join('\n', e.Released.Select(l => $"- {l.Lot}: {l.Quantity}"));
        return spanish
            ? ("Reserva liberada", $"Reserva: {e.Reservation}\nPara: {e.Owner}\nCausa: {Cause(e.Cause)}\nPor lote:\n{lines}")
            : ("Reservation released", $"Reservation: {e.Reservation}\nFor: {e.Owner}\nCause: {e.Cause}\nPer lot:\n{lines}");
    }

    private static (string, string) Differs(CountDiffers e, bool spanish) => spanish
        ? ("Diferencia en un conteo", $"Lote: {e.Lot}\nUbicación: {e.Location}\nEsperado: {e.Expected}\nContado: {e.Counted}")
        : ("A count differs", $"Lot: {e.Lot}\nLocation: {e.Location}\nExpected: {e.Expected}\nCounted: {e.Counted}");

    private static (string, string) Due(CountDueNotice e, bool spanish) => spanish
        ? ($"Conteo pendiente de un controlado: lote {e.Number}", $"Lote: {e.Number}\nPresentación: {e.Presentation}\nUbicación: {e.Location}\nÚltimo conteo: {(e.LastCounted is { } last ? InstantPattern.General.Format(last) : "ninguno")}\nDebió contarse: {InstantPattern.General.Format(e.Due)} (UTC)")
        : ($"Controlled lot {e.Number} is due for a count", $"Lot: {e.Number}\nPresentation: {e.Presentation}\nLocation: {e.Location}\nLast count: {(e.LastCounted is { } counted ? InstantPattern.General.Format(counted) : "none")}\nDue: {InstantPattern.General.Format(e.Due)} (UTC)");

    private static (string, string) Opened(RecallOpened e, bool spanish) => spanish
        ? (FormattableString.Invariant($"Retiro abierto: {e.Lots} lotes, {e.Recipients} destinatarios"), FormattableString.Invariant($"Retiro: {e.Campaign}\nClase: {Urgency(e.Urgency)}\nLotes bloqueados: {e.Lots}\nDestinatarios por avisar: {e.Recipients}\nDocumento: {e.Document ?? "ninguno"}\nMotivo: {e.Reason}"))
        : (FormattableString.Invariant($"Recall opened: {e.Lots} lots, {e.Recipients} recipients"), FormattableString.Invariant($"Recall: {e.Campaign}\nClass: {Urgency(e.Urgency)}\nLots blocked: {e.Lots}\nRecipients to tell: {e.Recipients}\nDocument: {e.Document ?? "none"}\nReason: {e.Reason}"));

    private static string Urgency(RecallUrgency urgency) => urgency switch { RecallUrgency.ClassI => "I", RecallUrgency.ClassII => "II", _ => "III" };

    private static (string, string) Lost(TransferLost e, bool spanish)
    {
        var lines = string.Join('\n', e.Lines.Where(l => !l.Lost.IsZero).Select(l => $"- {l.Lot}: {l.Lost}"));
        return spanish
            ? ("Mercadería perdida en un traslado", $"Traslado: {e.Transfer}\nDe: {e.From}\nA: {e.To}\nMotivo: {e.Reason}\nPor lote:\n{lines}")
            : ("Goods lost in a transfer", $"Transfer: {e.Transfer}\nFrom: {e.From}\nTo: {e.To}\nReason: {e.Reason}\nPer lot:\n{lines}");
    }

    private static (string, string) Requisition(OutboxEvent e, bool spanish, string what, string inEnglish)
    {
        var r = Read<RequisitionNotice>(e);
        var delivery = r.Delivery is { } id ? spanish ? $"\nEntrega: {id}" : $"\nDelivery: {id}" : "";
        return spanish
            ? ($"Pedido {r.Number}: {what}", $"Pedido: {r.Requisition}\nPide: {r.Requesting}\nEntrega el departamento: {r.Supplying}{delivery}")
            : ($"Requisition {r.Number}: {inEnglish}", $"Requisition: {r.Requisition}\nAsks: {r.Requesting}\nSupplies: {r.Supplying}{delivery}");
    }

    private static string Status(LotStatus status, bool spanish) => (status, spanish) switch
    {
        (LotStatus.Approved, true) => "aprobado",
        (LotStatus.OnHold, true) => "retenido",
        (LotStatus.Quarantined, true) => "en cuarentena",
        (LotStatus.Recalled, true) => "retirado del mercado",
        (LotStatus.Damaged, true) => "dañado",
        (LotStatus.OnHold, false) => "on hold",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static string Cause(string cause) => cause switch
    {
        "expired" => "venció",
        "count" => "conteo",
        "waste" => "baja",
        "recall" => "retiro del mercado",
        "quarantine" => "cuarentena",
        "damage" => "daño",
        "adjustment" => "ajuste",
        "transfer" => "traslado",
        "reversal" => "reversión",
        _ => cause,
    };

    private static T Read<T>(OutboxEvent e) =>
        JsonSerializer.Deserialize<T>(e.Json, ClinicJson.Options) ?? throw new JsonException($"The event {e.Type} has no content.");
}
