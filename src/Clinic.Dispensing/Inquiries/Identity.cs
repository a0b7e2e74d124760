using Clinic.Abstractions;

namespace Clinic.Dispensing.Inquiries;

/// <summary>The part that a person played in a dispensation.</summary>
/// <param name="Part">Requester, authoriser, preparer, deliverer or recipient.</param>
/// <param name="Person">The person.</param>
public sealed record Identity(string Part, PersonId Person);
