namespace Clinic.Api.Binding;

/// <summary>Marks a request that may hold an attachment and so may be longer than others.</summary>
internal interface ICarriesAttachment;
