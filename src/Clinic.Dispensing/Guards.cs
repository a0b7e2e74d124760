global using Clinic.Guards;
global using DomainException = Clinic.Dispensing.DispensingException;
global using DomainRules = Clinic.Dispensing.DispensingRules;
