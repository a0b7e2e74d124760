using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>A lot at a location with what a plan asks of it.</summary>
internal sealed record CountableLot(LotStock Stock, MedicationId Medication, bool IsControlled, ValueClass Class, Instant? LastCounted, CountId? LastCount);
