namespace Clinic.Api.Problems;

/// <summary>Why a request was not done: problem details (RFC 9457) with every failed guard.</summary>
/// <param name="Type">Where the code is explained.</param>
/// <param name="Title">The family of the problem, in the language asked for.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">All sentences together.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="Code">The permanent code of the first failure.</param>
/// <param name="Errors">Every failed guard.</param>
/// <param name="TraceId">What to tell whoever looks into the logs.</param>
public sealed record ClinicProblem(
    string Type, string Title, int Status, string Detail, string Instance, string Code, IReadOnlyList<ClinicError> Errors, string TraceId);
