using Clinic.Abstractions;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>The whole state of a <see cref="SupplierReturn"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Supplier">Who takes the goods back; 1 to 200 characters.</param>
/// <param name="Reason">Why.</param>
/// <param name="Campaign">The recall behind it, or null.</param>
/// <param name="Note">More about it, or why it was cancelled; at most 200 characters.</param>
/// <param name="Lines">The lots, each place once, at least one.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DraftedBy">Who wrote it down.</param>
/// <param name="Drafted">When.</param>
/// <param name="ApprovedBy">Who approved it, or null.</param>
/// <param name="Shipped">When the goods left, or null.</param>
/// <param name="ShippedBy">Who shipped them, or null.</param>
/// <param name="Posting">The posting that took them out, or null.</param>
/// <param name="Credit">The credit note, or null.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record SupplierReturnSnapshot(
    SupplierReturnId Id, string Supplier, SupplierReturnReason Reason, RecallCampaignId? Campaign, string? Note, IReadOnlyList<SupplierReturnLine> Lines,
    SupplierReturnStatus Status, PersonId DraftedBy, Instant Drafted, PersonId? ApprovedBy, Instant? Shipped, PersonId? ShippedBy, PostingId? Posting,
    SupplierCredit? Credit, long Version);
