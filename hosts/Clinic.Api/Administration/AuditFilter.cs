using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;

namespace Clinic.Api.Administration;

/// <summary>Which audit entries are asked for; every part that is missing takes all.</summary>
/// <param name="SubjectKind">Entries about one thing: its kind, such as <c>pharmacy.lot</c>; together with its id.</param>
/// <param name="SubjectId">Entries about one thing: its id.</param>
/// <param name="Actor">Entries of one person.</param>
/// <param name="Outcome">Done or refused.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
public readonly record struct AuditFilter(string? SubjectKind, Guid? SubjectId, PersonId? Actor, Word<AuditOutcome>? Outcome, Moment? From, Moment? Until)
{
    internal AuditQuery Query
    {
        get
        {
            if (SubjectKind is null != SubjectId is null)
                throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "subjectKind"), ("found", "alone"), ("allowed", "subjectKind and subjectId together, or neither"));
            FactKey? subject = SubjectKind is null ? null : new FactKey(TextParameter.Checked("subjectKind", SubjectKind) ?? "", SubjectId!.Value);
            return new(subject, Actor, Outcome?.Value, From?.Value, Until?.Value);
        }
    }
}
