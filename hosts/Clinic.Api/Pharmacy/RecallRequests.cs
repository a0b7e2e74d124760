using Clinic.Abstractions;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.SupplierReturns;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Opens a recall campaign.</summary>
/// <param name="Scope">Which lots, those received later included.</param>
/// <param name="Urgency">How dangerous the goods are.</param>
/// <param name="Reason">Why.</param>
/// <param name="Measure">Recalled for good, or set aside; for good unless said.</param>
/// <param name="Document">The notice of manufacturer or authority.</param>
public sealed record OpenRecallRequest(
    RecallScope Scope, RecallUrgency Urgency, string Reason, RecallMeasure Measure = RecallMeasure.Recall, string? Document = null)
{
    internal OpenRecall ToCommand() => new() { Scope = Scope, Urgency = Urgency, Reason = Reason, Measure = Measure, Document = Document };
}

/// <summary>Closes a recall campaign.</summary>
/// <param name="Conclusion">What came of it.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record CloseRecallRequest(string? Conclusion = null, long? Version = null);

/// <summary>Notes a try to reach a recipient.</summary>
/// <param name="How">How.</param>
/// <param name="Reached">Whether the recipient was told.</param>
/// <param name="At">When; missing means now.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RecallAttemptRequest(RecallChannel How, bool Reached, Instant? At = null, long? Version = null);

/// <summary>Notes what became of the goods at a recipient.</summary>
/// <param name="IsUnreachable">Whether the recipient is given up.</param>
/// <param name="Outcomes">What became of each lot; missing for the unreachable.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RecallReplyRequest(bool IsUnreachable = false, IReadOnlyList<RecallOutcome>? Outcomes = null, long? Version = null);

/// <summary>Writes down what shall go back to a supplier.</summary>
/// <param name="Supplier">Who takes it back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Goods">The lots.</param>
/// <param name="Campaign">The recall behind it.</param>
/// <param name="Note">More about it.</param>
public sealed record SupplierReturnRequest(
    string Supplier, SupplierReturnReason Reason, IReadOnlyList<ReturnedGoods> Goods, RecallCampaignId? Campaign = null, string? Note = null)
{
    internal DraftSupplierReturn ToCommand() => new() { Supplier = Supplier, Reason = Reason, Goods = Goods, Campaign = Campaign, Note = Note };
}

/// <summary>Ships a return.</summary>
/// <param name="Occurred">When the goods left; missing means now.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record ShipReturnRequest(Instant? Occurred = null, long? Version = null);

/// <summary>Notes a supplier's credit note.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Amount">What is credited.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record CreditReturnRequest(string Number, Money Amount, long? Version = null);
