using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Api.Transcription;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Spoken;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Wasting;
using Clinic.EmergencyBilling.Stays;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Api.Problems;

/// <summary>What a value of a type may look like, for whoever sent another.</summary>
public static class Words
{
    private static readonly Dictionary<string, Type> Enums = new[]
    {
        typeof(Role), typeof(LocationKind), typeof(CredentialKind), typeof(AuditOutcome), typeof(LotStatus), typeof(LotTrigger), typeof(MovementKind),
        typeof(MovementDirection), typeof(WasteKind), typeof(ControlledClass), typeof(PickingOrder), typeof(Completeness), typeof(TieBreak),
        typeof(DispenseStatus), typeof(AccountabilityStatus), typeof(Urgency), typeof(CareArea), typeof(WorkKind), typeof(ReturnCondition), typeof(RemainderKind),
        typeof(TicketKind), typeof(TicketOutcome), typeof(AttachmentKind), typeof(RequisitionStatus), typeof(RequisitionPriority), typeof(RequisitionWork),
        typeof(SpokenLanguage), typeof(ConversationDomain), typeof(PauseKind), typeof(Disposition),
        typeof(CountSessionKind), typeof(CountSessionStatus), typeof(ValueClass), typeof(RecallBasis), typeof(RecallMeasure), typeof(RecallUrgency),
        typeof(AlertKind), typeof(AlertSeverity), typeof(AlertStatus), typeof(UnusualDirection),
        typeof(SessionStatus), typeof(SessionKind), typeof(ConsentScope), typeof(ConsentGiver), typeof(ConsentManner), typeof(RecordingGapReason), typeof(SpeakerRole),
        typeof(ReportStatus), typeof(ReportSection), typeof(VersionKind), typeof(Polarity), typeof(StatementChangeKind),
        typeof(RecallCampaignStatus), typeof(RecallNoticeStatus), typeof(RecallChannel), typeof(SupplierReturnReason), typeof(SupplierReturnStatus),
    }.Distinct().ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The words of an enum as they stand in JSON.</summary>
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>What a type allows, by a name that the framework wrote into a message.</summary>
    public static string ForType(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var simple = name.TrimEnd('?', ']', '.').Replace("Nullable<", "", StringComparison.Ordinal).Replace("System.Nullable`1[", "", StringComparison.Ordinal)
            .Replace("Word<", "", StringComparison.Ordinal).TrimEnd('>', ']');
        simple = simple[(simple.LastIndexOf('.') + 1)..];
        if (Enums.TryGetValue(simple, out var words)) return string.Join(", ", Of(words));
        return simple switch
        {
            "Moment" or "Instant" => "an instant such as 2026-01-31T15:04:05Z",
            "Day" or "LocalDate" => "a date such as 2026-01-31",
            "Duration" => "a duration such as 24:00:00",
            "Int32" or "int" or "Int64" or "long" => "a whole number",
            "Decimal" or "decimal" => "a decimal number",
            "Boolean" or "bool" => "true or false",
            "StockQuantity" => "a number with at most six decimals",
            "ExpirationDate" => "a date such as 2026-11-30, or a month such as 2026-11",
            "LotNumber" => "a lot number of 1 to 40 printable characters",
            "Gtin" => "a GTIN of 8, 12, 13 or 14 digits with its check digit",
            "PriceSegment" => "patient, staff, insurer:CODE or department:UUID",
            "UnitCode" => "a unit of 1 to 32 printable characters without spaces",
            "Currency" => "a currency code such as USD",
            "Byte[" or "byte[" => "bytes in base64",
            "String" or "string" => "a text",
            _ when simple.EndsWith("Id", StringComparison.Ordinal) => "a UUID",
            _ when simple.StartsWith("IReadOnlyList", StringComparison.Ordinal) || simple.StartsWith("List", StringComparison.Ordinal) => "a list",
            _ => "what /openapi/v1.json says",
        };
    }
}
