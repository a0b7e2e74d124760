namespace Clinic.Api.Binding;

/// <summary>Marks a request whose texts may have several lines; its domain says which.</summary>
internal interface ICarriesLines;
